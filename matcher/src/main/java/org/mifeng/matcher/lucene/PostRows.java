package org.mifeng.matcher.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.ranking.PostFacts;
import org.mifeng.matcher.ranking.PostFilter;
import org.mifeng.matcher.ranking.PostSigns;
import org.mifeng.matcher.ranking.RankingQuery;

/**
 * The facts of a segment's open posts by document number: the open posts are the first documents of a segment. 104 bytes
 * a post, of which 64 lie together in one array: the walk scores a few posts here and there, and a post then costs it
 * one or two lines of the processor's cache instead of one for each fact. What tells of most posts that they need no score lies
 * in arrays of its own, so that a line has it of many.
 */
final class PostRows {
    private static final int INTS = 16;
    private static final int AXES = 3;

    // what a score reads is in front: an array begins 16 bytes behind the beginning of a line, so the last four lie in
    // the next one
    private static final int ID = 0;
    private static final int EMPLOYER = 2;
    private static final int CONFIRMED_AT = 4;
    private static final int FEN_PER_HOUR = 6;
    /** 28 bits of slots, 4 of groups that are welcome. */
    private static final int SLOTS_AND_WELCOMES = 7;
    /** From the lowest byte: flags, least age, highest age, settlement. */
    private static final int GATE = 8;
    /** From the lowest byte: vacancy, trust, and 16 bits of places left. */
    private static final int STANDING = 9;

    private static final int OCCUPATION = 10;
    private static final int VALID_UNTIL = 12;
    private static final int CERTIFICATES = 14;

    private static final int SLOT_BITS = (1 << 28) - 1;

    final int count;
    private final int[] rows;
    /** Three metres from the centre of the earth each: with merits and signs all that is read of most posts looked at. */
    private final float[] points;

    private final int[] signs;
    private final long[] version;
    private final PostDetails details;

    PostRows(ArrayReader in) throws IOException {
        rows = in.ints();
        points = in.floats();
        version = in.longs();
        details = new PostDetails(in);
        count = version.length;
        signs = readSigns();
    }

    void write(ArrayWriter out) throws IOException {
        out.ints(rows);
        out.floats(points);
        out.longs(version);
        details.write(out);
    }

    PostRows(LeafReader segment) throws IOException {
        ColumnReader open = ColumnReader.ofState(segment, PostFields.OPEN);
        count = open.count();
        rows = new int[Math.multiplyExact(INTS, count)];
        points = new float[Math.multiplyExact(AXES, count)];
        version = new long[count];
        open.each(PostFields.ID, (doc, value) -> setWide(doc, ID, value));
        open.each(PostFields.VERSION, (doc, value) -> version[doc] = value);
        open.each(PostFields.X, (doc, value) -> points[AXES * doc] = Float.intBitsToFloat((int) value));
        open.each(PostFields.Y, (doc, value) -> points[AXES * doc + 1] = Float.intBitsToFloat((int) value));
        open.each(PostFields.Z, (doc, value) -> points[AXES * doc + 2] = Float.intBitsToFloat((int) value));
        open.each(PostFields.FEN_PER_HOUR, (doc, value) -> set(doc, FEN_PER_HOUR, value));
        open.each(PostFields.SLOTS, (doc, value) -> set(doc, SLOTS_AND_WELCOMES, value));
        open.each(PostFields.WELCOMES, (doc, value) -> set(doc, SLOTS_AND_WELCOMES, value << 28));
        open.each(PostFields.FLAGS, (doc, value) -> set(doc, GATE, value));
        open.each(PostFields.AGES, (doc, value) -> set(doc, GATE, value << 8));
        open.each(PostFields.SETTLEMENT, (doc, value) -> set(doc, GATE, value << 24));
        open.each(PostFields.VALID_UNTIL, (doc, value) -> setWide(doc, VALID_UNTIL, value));
        open.each(PostFields.CERTIFICATES, (doc, value) -> setWide(doc, CERTIFICATES, value));
        open.each(PostFields.EMPLOYER, (doc, value) -> setWide(doc, EMPLOYER, value));
        open.each(PostFields.CONFIRMED_AT, (doc, value) -> setWide(doc, CONFIRMED_AT, value));
        open.each(PostFields.VACANCY, (doc, value) -> set(doc, STANDING, value));
        open.each(PostFields.TRUST, (doc, value) -> set(doc, STANDING, value << 8));
        open.each(PostFields.OPENINGS_LEFT, (doc, value) -> set(doc, STANDING, value << 16));
        open.each(PostFields.OCCUPATION, (doc, value) -> set(doc, OCCUPATION, value));
        details = new PostDetails(open);
        signs = readSigns();
    }

    private int[] readSigns() {
        int[] read = new int[count];
        for (int doc = 0; doc < count; doc++) {
            read[doc] =
                    PostSigns.of(settlement(doc), details.benefits(doc), slots(doc), shiftFixed(doc), fenPerHour(doc));
        }
        return read;
    }

    private void set(int doc, int column, long bits) {
        rows[INTS * doc + column] |= (int) bits;
    }

    private void setWide(int doc, int column, long value) {
        rows[INTS * doc + column] = (int) value;
        rows[INTS * doc + column + 1] = (int) (value >>> 32);
    }

    private long wide(int doc, int column) {
        return (rows[INTS * doc + column] & 0xFFFF_FFFFL) | (long) rows[INTS * doc + column + 1] << 32;
    }

    long id(int doc) {
        return wide(doc, ID);
    }

    long version(int doc) {
        return version[doc];
    }

    float x(int doc) {
        return points[AXES * doc];
    }

    float y(int doc) {
        return points[AXES * doc + 1];
    }

    float z(int doc) {
        return points[AXES * doc + 2];
    }

    double metresFrom(Coordinates.Point start, int doc) {
        return start.metresTo(x(doc), y(doc), z(doc));
    }

    /** See {@link PostSigns#of}. */
    int signs(int doc) {
        return signs[doc];
    }

    int fenPerHour(int doc) {
        return rows[INTS * doc + FEN_PER_HOUR];
    }

    int slots(int doc) {
        return rows[INTS * doc + SLOTS_AND_WELCOMES] & SLOT_BITS;
    }

    int welcomes(int doc) {
        return rows[INTS * doc + SLOTS_AND_WELCOMES] >>> 28;
    }

    boolean shiftFixed(int doc) {
        return has(doc, PostFields.FLAG_SHIFT_FIXED);
    }

    boolean limitLifted(int doc) {
        return has(doc, PostFields.FLAG_LIMIT_LIFTED);
    }

    boolean hazardousOrUnknown(int doc) {
        return has(doc, PostFields.FLAG_HAZARDOUS_OR_UNKNOWN);
    }

    private boolean has(int doc, int flag) {
        return (rows[INTS * doc + GATE] & flag) != 0;
    }

    int minAge(int doc) {
        return (rows[INTS * doc + GATE] >>> 8) & 0xFF;
    }

    int maxAge(int doc) {
        return (rows[INTS * doc + GATE] >>> 16) & 0xFF;
    }

    int settlement(int doc) {
        return rows[INTS * doc + GATE] >>> 24;
    }

    long validUntil(int doc) {
        return wide(doc, VALID_UNTIL);
    }

    long certificates(int doc) {
        return wide(doc, CERTIFICATES);
    }

    long employer(int doc) {
        return wide(doc, EMPLOYER);
    }

    long confirmedAt(int doc) {
        return wide(doc, CONFIRMED_AT);
    }

    int vacancyPercent(int doc) {
        return rows[INTS * doc + STANDING] & 0xFF;
    }

    int trustPercent(int doc) {
        return (rows[INTS * doc + STANDING] >>> 8) & 0xFF;
    }

    int openingsLeft(int doc) {
        return rows[INTS * doc + STANDING] >>> 16;
    }

    int occupation(int doc) {
        return rows[INTS * doc + OCCUPATION];
    }

    PostDetails details() {
        return details;
    }

    long bytes() {
        return (long) Integer.BYTES * (rows.length + points.length + signs.length)
                + (long) Long.BYTES * count
                + details.bytes();
    }

    /** Whether the post may be shown to this person at all, whatever the wish: rules P13, P20, P21, P24 and blocks. */
    boolean isLawful(int doc, RankingQuery query) {
        return validUntil(doc) > query.nowSecond()
                && query.holds(certificates(doc))
                && !query.blocked(employer(doc))
                && query.ageAllowed(minAge(doc), maxAge(doc), hazardousOrUnknown(doc));
    }

    /** Whether the post's times, its pay and its way are as the wish demands. */
    boolean passes(int doc, RankingQuery query, double metres) {
        return query.timesFit(slots(doc), shiftFixed(doc))
                && query.payAllowed(fenPerHour(doc))
                && query.wayAllowed(metres, limitLifted(doc));
    }

    /** What of the search's filter the post misses, see {@link PostFilter#missed}. */
    int missed(int doc, PostFilter filter) {
        if (filter.passesAll()) {
            return 0;
        }
        return filter.missed(new PostFilter.Facts(
                occupation(doc),
                settlement(doc),
                slots(doc),
                shiftFixed(doc),
                details.benefits(doc),
                details.hazards(doc),
                certificates(doc),
                employer(doc),
                details.town(doc),
                fenPerHour(doc),
                trustPercent(doc),
                details.postedSecond(doc),
                details.startsOnDay(doc)));
    }

    /** What the query's score takes from a post. */
    PostFacts facts(RankingQuery query, int doc, int bm25Milli, double metres) {
        return new PostFacts(
                occupation(doc),
                bm25Milli,
                metres,
                fenPerHour(doc),
                query.time(slots(doc)),
                query.settled(1 << settlement(doc)),
                confirmedAt(doc),
                vacancyPercent(doc),
                trustPercent(doc),
                query.help(welcomes(doc)),
                query.history(id(doc), employer(doc)));
    }
}
