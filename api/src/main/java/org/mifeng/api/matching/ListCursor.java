package org.mifeng.api.matching;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mifeng.api.privacy.LookupKey;
import org.mifeng.api.privacy.LookupPurpose;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.Relaxation;

/**
 * A place in one person's list, as it travels through a client: moment of the first page, score and post number of the
 * last job seen, and 16 bytes of HMAC over these and the question. So it cannot be altered, nor used for another
 * question. All pages are ranked at the moment of the first: freshness moves on, but nothing is shown twice or skipped.
 *
 * @param rankedAt the moment all pages are ranked at
 * @param after what was shown
 * @param relaxed wishes that were given up for the first page
 */
record ListCursor(Instant rankedAt, MatchRequest.Cursor after, Set<Relaxation> relaxed) {
    /** A list older than this has to be asked for anew. */
    static final Duration LONGEST_LIFE = Duration.ofMinutes(30);

    private static final int FIXED_BYTES = Long.BYTES + 3;
    private static final int SHOWN_BYTES = 2 * Long.BYTES;
    private static final int TAIL_BYTES = 2 * Long.BYTES;
    private static final int SEAL_BYTES = 16;
    /** Beside the relaxations; a list whose cursor was sealed before there was this bit goes on without. */
    private static final int WEAK_MEANINGS = 0x80;

    ListCursor {
        relaxed = Set.copyOf(relaxed);
    }

    /**
     * As text of 36 to 271 characters.
     *
     * @param generation of the index that the list came from: words have another weight in another one, so a place in a
     *     list that they order means nothing there
     */
    String seal(JobQuestion question, String generation, LookupKey key) {
        byte[] place = bytes();
        byte[] sealed = Arrays.copyOf(place, place.length + SEAL_BYTES);
        System.arraycopy(mac(place, question, generation, key), 0, sealed, place.length, SEAL_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    private byte[] bytes() {
        int tail = after.tail().isPresent() ? 1 : 0;
        ByteBuffer bytes =
                ByteBuffer.allocate(FIXED_BYTES + SHOWN_BYTES * after.head().size() + TAIL_BYTES * tail);
        bytes.putLong(rankedAt.toEpochMilli());
        int mask = after.weakMeanings() ? WEAK_MEANINGS : 0;
        for (Relaxation relaxation : relaxed) {
            mask |= relaxation.bit();
        }
        bytes.put((byte) mask).put((byte) after.head().size()).put((byte) tail);
        for (MatchRequest.Shown shown : after.head()) {
            bytes.putLong(shown.id()).putLong(shown.employerId());
        }
        after.tail().ifPresent(last -> bytes.putDouble(last.rank()).putLong(last.id()));
        return bytes.array();
    }

    /** What {@link #seal} made, if it is whole, for this question and generation, and not too old. */
    static Optional<ListCursor> open(String text, JobQuestion question, String generation, LookupKey key, Instant now) {
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (sealed.length < FIXED_BYTES + SEAL_BYTES) {
            return Optional.empty();
        }
        byte[] place = Arrays.copyOf(sealed, sealed.length - SEAL_BYTES);
        byte[] seal = Arrays.copyOfRange(sealed, place.length, sealed.length);
        if (!MessageDigest.isEqual(seal, Arrays.copyOf(mac(place, question, generation, key), SEAL_BYTES))) {
            return Optional.empty();
        }
        ListCursor cursor = read(ByteBuffer.wrap(place));
        return cursor.rankedAt().plus(LONGEST_LIFE).isBefore(now) ? Optional.empty() : Optional.of(cursor);
    }

    /** Only what was sealed gets here, so it is known to be well formed. */
    private static ListCursor read(ByteBuffer bytes) {
        Instant rankedAt = Instant.ofEpochMilli(bytes.getLong());
        int mask = bytes.get();
        int shown = bytes.get();
        boolean hasTail = bytes.get() == 1;
        Set<Relaxation> relaxed = EnumSet.noneOf(Relaxation.class);
        for (Relaxation relaxation : Relaxation.values()) {
            if ((mask & relaxation.bit()) != 0) {
                relaxed.add(relaxation);
            }
        }
        List<MatchRequest.Shown> head = new ArrayList<>();
        for (int i = 0; i < shown; i++) {
            head.add(new MatchRequest.Shown(bytes.getLong(), bytes.getLong()));
        }
        Optional<MatchRequest.Place> tail =
                hasTail ? Optional.of(new MatchRequest.Place(bytes.getDouble(), bytes.getLong())) : Optional.empty();
        return new ListCursor(rankedAt, new MatchRequest.Cursor(head, tail, (mask & WEAK_MEANINGS) != 0), relaxed);
    }

    private static byte[] mac(byte[] place, JobQuestion question, String generation, LookupKey key) {
        String counted = question.wish().text().isBlank() ? "" : generation;
        return key.of(
                LookupPurpose.LIST_CURSOR,
                Base64.getEncoder().encodeToString(place) + "\n" + counted + "\n" + question.canonical());
    }
}
