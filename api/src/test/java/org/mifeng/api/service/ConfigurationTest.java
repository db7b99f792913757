package org.mifeng.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.junit.jupiter.api.Test;
import org.mifeng.api.admission.AdmissionConfig;
import org.mifeng.api.jobpost.PostingConfig;
import org.mifeng.api.kiosk.KioskConfig;
import org.mifeng.api.live.LiveConfig;
import org.mifeng.api.node.IndexingConfig;

@QuarkusTest
@ServiceTest
class ConfigurationTest {
    @Inject
    IndexingConfig indexing;

    @Inject
    PostingConfig posting;

    @Inject
    KioskConfig kiosk;

    @Inject
    LiveConfig live;

    @Inject
    AdmissionConfig admission;

    @Test
    void defaultsAreThoseOfTheRules() {
        assertThat(indexing.node()).isEqualTo("node-1");
        assertThat(indexing.pollInterval()).isEqualTo(Duration.ofMillis(100));
        assertThat(indexing.commitInterval()).isEqualTo(Duration.ofSeconds(5));
        assertThat(indexing.reconcileInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(indexing.forgetNodeAfter()).isEqualTo(Duration.ofDays(7));
        assertThat(posting.longestValidity()).isEqualTo(Duration.ofDays(90));
        assertThat(posting.repeatsRemembered()).isEqualTo(Duration.ofDays(1));
        assertThat(kiosk.clockTolerance()).as("P35").isEqualTo(Duration.ofSeconds(60));
        assertThat(kiosk.personsPerMinute()).isEqualTo(20);
        assertThat(kiosk.enrolmentsPerMinute()).isEqualTo(30);
        assertThat(kiosk.sessionLife()).isEqualTo(Duration.ofMinutes(10));
        assertThat(kiosk.mostSessions()).isEqualTo(20_000);
        assertThat(kiosk.firstVisitMetres()).isEqualTo(20_000);
    }

    @Test
    void memoryFollowsCloselyAndEveryQueueIsBounded() {
        assertThat(live.pollInterval()).isEqualTo(Duration.ofMillis(100));
        assertThat(live.seekerPollInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(live.longestLag()).isEqualTo(Duration.ofSeconds(2));
        assertThat(live.watchInterval()).isEqualTo(Duration.ofMillis(500));
        for (AdmissionConfig.Room room :
                List.of(admission.kiosk(), admission.lists(), admission.single(), admission.writes())) {
            assertThat(room.running()).isBetween(1, 64);
            assertThat(room.waiting()).isBetween(1, 512);
            assertThat(room.longestWait()).isBetween(Duration.ofMillis(250), Duration.ofSeconds(1));
        }
        assertThat(admission.perAddressRate()).isEqualTo(50);
        assertThat(admission.perAddressBurst()).isEqualTo(500);
    }

    @Test
    void everyValueCanBeSet() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(IndexingConfig.class)
                .withMapping(PostingConfig.class)
                .withMapping(KioskConfig.class)
                .withSources(source(Map.ofEntries(
                        Map.entry("mifeng.indexing.node", "node-2"),
                        Map.entry("mifeng.indexing.poll-interval", "PT1S"),
                        Map.entry("mifeng.indexing.commit-interval", "PT2S"),
                        Map.entry("mifeng.indexing.reconcile-interval", "PT3S"),
                        Map.entry("mifeng.indexing.forget-node-after", "P1D"),
                        Map.entry("mifeng.posting.longest-validity", "P30D"),
                        Map.entry("mifeng.posting.repeats-remembered", "PT1H"),
                        Map.entry("mifeng.kiosk.clock-tolerance", "PT30S"),
                        Map.entry("mifeng.kiosk.persons-per-minute", "10"),
                        Map.entry("mifeng.kiosk.enrolments-per-minute", "3"),
                        Map.entry("mifeng.kiosk.session-life", "PT5M"),
                        Map.entry("mifeng.kiosk.most-sessions", "7"),
                        Map.entry("mifeng.kiosk.first-visit-metres", "5000"))))
                .build();
        IndexingConfig indexingSet = config.getConfigMapping(IndexingConfig.class);
        assertThat(indexingSet.node()).isEqualTo("node-2");
        assertThat(indexingSet.pollInterval()).isEqualTo(Duration.ofSeconds(1));
        assertThat(indexingSet.commitInterval()).isEqualTo(Duration.ofSeconds(2));
        assertThat(indexingSet.reconcileInterval()).isEqualTo(Duration.ofSeconds(3));
        assertThat(indexingSet.forgetNodeAfter()).isEqualTo(Duration.ofDays(1));
        PostingConfig postingSet = config.getConfigMapping(PostingConfig.class);
        assertThat(postingSet.longestValidity()).isEqualTo(Duration.ofDays(30));
        assertThat(postingSet.repeatsRemembered()).isEqualTo(Duration.ofHours(1));
        KioskConfig kioskSet = config.getConfigMapping(KioskConfig.class);
        assertThat(kioskSet.clockTolerance()).isEqualTo(Duration.ofSeconds(30));
        assertThat(kioskSet.personsPerMinute()).isEqualTo(10);
        assertThat(kioskSet.enrolmentsPerMinute()).isEqualTo(3);
        assertThat(kioskSet.sessionLife()).isEqualTo(Duration.ofMinutes(5));
        assertThat(kioskSet.mostSessions()).isEqualTo(7);
        assertThat(kioskSet.firstVisitMetres()).isEqualTo(5_000);
    }

    private static ConfigSource source(Map<String, String> values) {
        return new PropertiesConfigSource(values, "test", 500);
    }
}
