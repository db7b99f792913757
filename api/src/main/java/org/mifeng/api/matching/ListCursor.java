package org.mifeng.api.matching;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.mifeng.api.privacy.LookupKey;
import org.mifeng.api.privacy.LookupPurpose;
import org.mifeng.matcher.MatchRequest;

/**
 * A place in one person's list, as it travels through a client: moment of the first page, score and post number of the
 * last job seen, and 16 bytes of HMAC over these and the question. So it cannot be altered, nor used for another
 * question. All pages are ranked at the moment of the first: freshness moves on, but nothing is shown twice or skipped.
 *
 * @param rankedAt the moment all pages are ranked at
 * @param after the last job seen
 */
record ListCursor(Instant rankedAt, MatchRequest.Cursor after) {
    /** A list older than this has to be asked for anew. */
    static final Duration LONGEST_LIFE = Duration.ofMinutes(30);

    private static final int PLACE_BYTES = 24;
    private static final int SEAL_BYTES = 16;

    /** As text of 54 characters. */
    String seal(JobQuestion question, LookupKey key) {
        byte[] place = ByteBuffer.allocate(PLACE_BYTES)
                .putLong(rankedAt.toEpochMilli())
                .putDouble(after.score())
                .putLong(after.id())
                .array();
        byte[] sealed = Arrays.copyOf(place, PLACE_BYTES + SEAL_BYTES);
        System.arraycopy(mac(place, question, key), 0, sealed, PLACE_BYTES, SEAL_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    /** What {@link #seal} made, if it is whole, for this question, and not too old. */
    static Optional<ListCursor> open(String text, JobQuestion question, LookupKey key, Instant now) {
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (sealed.length != PLACE_BYTES + SEAL_BYTES) {
            return Optional.empty();
        }
        byte[] place = Arrays.copyOf(sealed, PLACE_BYTES);
        byte[] seal = Arrays.copyOfRange(sealed, PLACE_BYTES, sealed.length);
        if (!MessageDigest.isEqual(seal, Arrays.copyOf(mac(place, question, key), SEAL_BYTES))) {
            return Optional.empty();
        }
        ByteBuffer fields = ByteBuffer.wrap(place);
        Instant rankedAt = Instant.ofEpochMilli(fields.getLong());
        if (rankedAt.plus(LONGEST_LIFE).isBefore(now)) {
            return Optional.empty();
        }
        return Optional.of(new ListCursor(rankedAt, new MatchRequest.Cursor(fields.getDouble(), fields.getLong())));
    }

    private static byte[] mac(byte[] place, JobQuestion question, LookupKey key) {
        return key.of(
                LookupPurpose.LIST_CURSOR, Base64.getEncoder().encodeToString(place) + "\n" + question.canonical());
    }
}
