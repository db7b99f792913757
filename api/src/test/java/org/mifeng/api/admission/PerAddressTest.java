package org.mifeng.api.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PerAddressTest {
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void aBurstIsLetThroughThenOnlyTheRate() {
        PerAddress addresses = new PerAddress(10, 3, nanos::get);
        for (int i = 0; i < 3; i++) {
            assertThat(addresses.count("192.0.2.1")).isEmpty();
        }
        assertThat(addresses.count("192.0.2.1")).contains(Duration.ofMillis(100));
        assertThat(addresses.count("192.0.2.1")).contains(Duration.ofMillis(100));
        pass(Duration.ofMillis(100));
        assertThat(addresses.count("192.0.2.1")).isEmpty();
        assertThat(addresses.count("192.0.2.1")).isPresent();
        pass(Duration.ofHours(1));
        for (int i = 0; i < 3; i++) {
            assertThat(addresses.count("192.0.2.1")).isEmpty();
        }
        assertThat(addresses.count("192.0.2.1")).isPresent();
    }

    @Test
    void addressesDoNotDisturbEachOtherButAHouseholdOfIpv6IsOne() {
        PerAddress addresses = new PerAddress(1, 1, nanos::get);
        assertThat(addresses.count("192.0.2.1")).isEmpty();
        assertThat(addresses.count("192.0.2.2")).isEmpty();
        assertThat(addresses.count("2001:db8:1:2:3:4:5:6")).isEmpty();
        assertThat(addresses.count("2001:db8:1:2:9:9:9:9")).isPresent();
        assertThat(addresses.count("2001:db8:1:3:3:4:5:6")).isEmpty();
    }

    @Test
    void noLimitMeansNone() {
        PerAddress addresses = new PerAddress(0, 1, nanos::get);
        for (int i = 0; i < 10_000; i++) {
            assertThat(addresses.count("192.0.2.1")).isEmpty();
        }
        assertThat(addresses.addresses()).isZero();
    }

    @Test
    void thisMachineIsNotCounted() {
        PerAddress addresses = new PerAddress(1, 1, nanos::get);
        for (int i = 0; i < 10; i++) {
            assertThat(addresses.count("127.0.0.1")).isEmpty();
            assertThat(addresses.count("0:0:0:0:0:0:0:1")).isEmpty();
        }
    }

    @Test
    void addressesAreForgottenWhenThereAreTooMany() {
        PerAddress addresses = new PerAddress(10, 1, nanos::get);
        for (int i = 0; i < 120_000; i++) {
            addresses.count("a" + i);
            pass(Duration.ofMillis(1));
        }
        assertThat(addresses.addresses()).isLessThanOrEqualTo(100_000);
    }
}
