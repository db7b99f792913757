package org.mifeng.matcher.lucene;

import java.util.Arrays;

/** The ranges that a walk has opened, numbered from 0, each with its entry of every term. Reused from query to query. */
final class OpenedRanges {
    private int terms;
    private int count;
    private int[] segment = new int[64];
    private int[] range = new int[64];
    private int[] entries = new int[64];

    void clear(int newTerms) {
        terms = newTerms;
        count = 0;
    }

    int add(int newSegment, int newRange) {
        if (count == segment.length) {
            segment = Arrays.copyOf(segment, 2 * count);
            range = Arrays.copyOf(range, 2 * count);
        }
        if ((count + 1) * terms > entries.length) {
            entries = Arrays.copyOf(entries, Math.max(2 * entries.length, (count + 1) * terms));
        }
        segment[count] = newSegment;
        range[count] = newRange;
        return count++;
    }

    int segment(int opened) {
        return segment[opened];
    }

    int range(int opened) {
        return range[opened];
    }

    /** The entry of the query's t-th term, or -1 if the range does not have it. */
    int entry(int opened, int t) {
        return entries[opened * terms + t];
    }

    void setEntry(int opened, int t, int entry) {
        entries[opened * terms + t] = entry;
    }
}
