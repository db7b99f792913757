package org.mifeng.api.kiosk;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.util.Base64;
import org.mifeng.api.environment.MarketCalendar;
import org.mifeng.api.privacy.LookupKey;
import org.mifeng.api.privacy.LookupPurpose;
import org.mifeng.indexdata.bulk.IdNumber;

/**
 * One seed per seeker and day of Asia/Shanghai (F3): the same person sees the same order all day, on every node, and two
 * persons see their near-equals in different orders. It is a keyed hash, so it says nothing of the person.
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

    /** Of a first visitor: by what the card would be found under. */
    long ofCard(IdNumber number) {
        byte[] key = lookup.of(LookupPurpose.ID_NUMBER, number.value());
        return seed("card " + Base64.getEncoder().encodeToString(key));
    }

    private long seed(String who) {
        return ByteBuffer.wrap(lookup.of(LookupPurpose.SPREAD_SEED, who + " " + calendar.today()))
                .getLong();
    }
}
