package org.mifeng.api.reconcile;

import java.util.List;
import org.mifeng.matcher.spi.RowVersion;

/**
 * Stands for a set of rows and their versions, in any order: two sets with the same count and sum are taken for equal. The
 * sum is over 64-bit mixes of number and version, so that two different sets agree by chance once in 2^64.
 *
 * @param rows how many
 * @param sum modulo 2^64
 */
public record RowDigest(long rows, long sum) {
    /** Of no row. */
    public static final RowDigest NONE = new RowDigest(0, 0);

    /** Of these rows, each number once. */
    public static RowDigest of(List<RowVersion> rows) {
        long sum = 0;
        for (RowVersion row : rows) {
            sum += mix(mix(row.id()) + row.version());
        }
        return new RowDigest(rows.size(), sum);
    }

    /** Of both sets, which have no row in common. */
    public RowDigest plus(RowDigest other) {
        return new RowDigest(rows + other.rows, sum + other.sum);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014), a bijection. */
    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /** Count and sum, as people compare them. */
    @Override
    public String toString() {
        return rows + " rows, digest " + Long.toHexString(sum);
    }
}
