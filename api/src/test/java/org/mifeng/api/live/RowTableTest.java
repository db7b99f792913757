package org.mifeng.api.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class RowTableTest {
    private static byte[] row(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    @Test
    void holdsWhatAMapWouldHold() {
        Random random = new Random(3);
        RowTable table = new RowTable();
        Map<Long, Long> map = new HashMap<>();
        for (int i = 0; i < 300_000; i++) {
            long key = 1 + random.nextInt(20_000) * 1_000_003L;
            if (random.nextInt(3) > 0) {
                table.put(key, row(i));
                map.put(key, (long) i);
            } else {
                table.remove(key);
                map.remove(key);
            }
        }
        assertThat(table.size()).isEqualTo(map.size());
        map.forEach((key, value) -> assertThat(table.get(key))
                .hasValueSatisfying(row -> assertThat(row).isEqualTo(row(value))));
        Map<Long, Long> visited = new HashMap<>();
        table.forEach((key, row) -> visited.put(key, ByteBuffer.wrap(row).getLong()));
        assertThat(visited).isEqualTo(map);
        assertThat(table.get(2)).isEmpty();
    }

    @Test
    void comingAndGoingForEverNeedsNoMoreRoom() {
        RowTable table = new RowTable();
        for (long key = 1; key < 1_000_000; key++) {
            table.put(key, row(key));
            table.remove(key - 10);
        }
        assertThat(table.size()).isEqualTo(10);
        assertThat(table.slots()).isLessThanOrEqualTo(2_048);
    }

    @Test
    void readersSeeEachRowWholeAndNeverMissOneThatStays() throws Exception {
        RowTable table = new RowTable();
        for (long key = 1; key <= 1_000; key++) {
            table.put(key, row(key));
        }
        AtomicBoolean done = new AtomicBoolean();
        Callable<Boolean> reader = () -> {
            Random random = new Random(4);
            boolean whole = true;
            while (!done.get()) {
                long key = 1L + random.nextInt(1_000);
                whole &= table.get(key)
                        .filter(row -> ByteBuffer.wrap(row).getLong() % 1_000_000 == key)
                        .isPresent();
            }
            return whole;
        };
        try (ExecutorService readers = Executors.newFixedThreadPool(2)) {
            Future<Boolean> one = readers.submit(reader);
            Future<Boolean> two = readers.submit(reader);
            for (int i = 1; i < 200_000; i++) {
                long key = 1L + i % 1_000;
                table.put(key, row(1_000_000L * i + key));
                table.put(2_000 + i, row(i)); // makes it grow
            }
            done.set(true);
            assertThat(one.get()).isTrue();
            assertThat(two.get()).isTrue();
        }
    }
}
