package org.mifeng.api.service;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * A service in hard times: its index hears of nothing but what this node commits, there is little room for lists, little
 * patience with the database, and addresses are held to a low rate.
 */
public final class HardTimes implements QuarkusTestProfile {
    /** How many lists run and wait at once. */
    static final int ROOM_FOR_LISTS = 3;

    /** How many requests of one address are let in after a pause. */
    static final int BURST = 8;

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "mifeng.indexing.poll-interval", "PT1H",
                "mifeng.live.longest-wait", "PT1S",
                "mifeng.admission.lists.running", "1",
                "mifeng.admission.lists.waiting", Integer.toString(ROOM_FOR_LISTS - 1),
                "mifeng.admission.per-address-rate", "1",
                "mifeng.admission.per-address-burst", Integer.toString(BURST));
    }
}
