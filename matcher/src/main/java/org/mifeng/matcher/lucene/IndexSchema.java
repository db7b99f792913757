package org.mifeng.matcher.lucene;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.occupation.Trade;
import org.mifeng.matcher.text.ChineseAnalyzer;

/**
 * The shape of an index. What a build would write today is {@link #of}; an index that has another is built anew, and
 * serves until then if it {@link #canServe can}.
 *
 * @param format of documents
 * @param occupations digest of the table whose ordinals documents hold
 * @param analysis version of how text becomes terms
 * @param words digest of the dictionary whose words are terms
 */
public record IndexSchema(int format, String occupations, int analysis, String words) {
    /** Raise it whenever documents change their shape: indexes of another format cannot be read. */
    private static final int FORMAT = 7;

    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,6})-([0-9a-f]{1,8})-([0-9]{1,6})-([0-9a-f]{1,8})");

    /** What is built today with these occupations. */
    public static IndexSchema of(OccupationTree tree) {
        CRC32C digest = new CRC32C();
        for (Trade trade : tree.trades()) {
            digest.update(trade.code().value().getBytes(StandardCharsets.US_ASCII));
        }
        return new IndexSchema(
                FORMAT,
                Long.toHexString(digest.getValue()),
                ChineseAnalyzer.VERSION,
                tree.words().digest());
    }

    /** What {@link #toString} wrote; empty if it was something else. */
    static Optional<IndexSchema> parse(@Nullable String text) {
        Matcher matcher = WRITTEN.matcher(text == null ? "" : text);
        return matcher.matches()
                ? Optional.of(new IndexSchema(
                        Integer.parseInt(matcher.group(1)),
                        matcher.group(2),
                        Integer.parseInt(matcher.group(3)),
                        matcher.group(4)))
                : Optional.empty();
    }

    /**
     * Whether an index of that schema answers questions of this one. With another analysis or dictionary it does: all but some words
     * are found.
     */
    public boolean canServe(IndexSchema other) {
        return format == other.format && occupations.equals(other.occupations);
    }

    /** At most 32 characters, fit for a file's name. */
    @Override
    public String toString() {
        return format + "-" + occupations + "-" + analysis + "-" + words;
    }
}
