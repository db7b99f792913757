package org.mifeng.api.kiosk;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import org.mifeng.api.environment.MarketCalendar;
import org.mifeng.api.privacy.LookupKey;
import org.mifeng.api.privacy.LookupPurpose;

/**
 * One seed per seeker and day of Asia/Shanghai (F3): the same person sees the same order all day, on every node, and two
 * persons see their near-equals in different orders. It is a keyed hash of the row's number, so it says nothing of the
 * person and nothing of the person is in it.
 */
@Singleton
class SpreadSeeds {
    private final LookupKey lookup;
    private final MarketCalendar calendar;

    SpreadSeeds(LookupKey lookup, MarketCalendar calendar) {
        this.lookup = lookup;
        this.calendar = calendar;
    }

    /** Of a seeker who is known. */
    long ofSeeker(long id) {
        return seed("seeker " + id);
    }

    /** Of first visitors: the kiosk's, for no list may hang on the digits of an ID number (F1). */
    long ofKiosk(long id) {
        return seed("kiosk " + id);
    }

    private long seed(String who) {
        return ByteBuffer.wrap(lookup.of(LookupPurpose.SPREAD_SEED, who + " " + calendar.today()))
                .getLong();
    }
}
