package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.SortedNumericDocValues;

/** The entries of a segment whose seekers have a number in a field: an employer wanted or blocked, a post put aside. */
final class NumberedEntries {
    private final long[] numbers;
    /** Entries of number i: {@code entries[from[i]]} to {@code entries[from[i + 1]]}, exclusive, rising. */
    private final int[] from;

    private final int[] entries;

    NumberedEntries(ArrayReader in) throws IOException {
        numbers = in.longs();
        from = in.ints();
        entries = in.ints();
    }

    void write(ArrayWriter out) throws IOException {
        out.longs(numbers);
        out.ints(from);
        out.ints(entries);
    }

    NumberedEntries(ColumnReader reader, String field, SeekerEntries all) throws IOException {
        int[] ofSeekerFrom = new int[reader.count() + 1];
        long[] ofSeeker = new long[16];
        SortedNumericDocValues values = DocValues.getSortedNumeric(reader.segment(), field);
        for (int seeker = 0; seeker < reader.count(); seeker++) {
            int count = values.advanceExact(seeker) ? values.docValueCount() : 0;
            int size = ofSeekerFrom[seeker];
            ofSeeker = size + count > ofSeeker.length ? Arrays.copyOf(ofSeeker, 2 * (size + count)) : ofSeeker;
            for (int i = 0; i < count; i++) {
                ofSeeker[size + i] = values.nextValue();
            }
            ofSeekerFrom[seeker + 1] = size + count;
        }
        numbers = Arrays.stream(ofSeeker, 0, ofSeekerFrom[reader.count()])
                .sorted()
                .distinct()
                .toArray();
        from = new int[numbers.length + 1];
        for (int seeker : all.seeker) {
            for (int i = ofSeekerFrom[seeker]; i < ofSeekerFrom[seeker + 1]; i++) {
                from[Arrays.binarySearch(numbers, ofSeeker[i]) + 1]++;
            }
        }
        for (int i = 0; i < numbers.length; i++) {
            from[i + 1] += from[i];
        }
        int[] next = from.clone();
        entries = new int[from[numbers.length]];
        for (int entry = 0; entry < all.count; entry++) {
            int seeker = all.seeker[entry];
            for (int i = ofSeekerFrom[seeker]; i < ofSeekerFrom[seeker + 1]; i++) {
                entries[next[Arrays.binarySearch(numbers, ofSeeker[i])]++] = entry;
            }
        }
    }

    long bytes() {
        return 12L * numbers.length + 4L * entries.length;
    }

    /** The entries of a number. */
    Found of(long number) {
        int i = Arrays.binarySearch(numbers, number);
        return i < 0 ? new Found(entries, 0, 0) : new Found(entries, from[i], from[i + 1]);
    }

    /** The entries of one number. */
    static final class Found {
        private final int[] entries;
        private final int from;
        private final int to;

        private Found(int[] entries, int from, int to) {
            this.entries = entries;
            this.from = from;
            this.to = to;
        }

        boolean has(int entry) {
            return from < to && Arrays.binarySearch(entries, from, to, entry) >= 0;
        }

        /** Whether any lies in the stretch, its end exclusive. */
        boolean anyIn(int stretchFrom, int stretchTo) {
            if (from == to) {
                return false;
            }
            int at = Arrays.binarySearch(entries, from, to, stretchFrom);
            int first = at < 0 ? -at - 1 : at;
            return first < to && entries[first] < stretchTo;
        }
    }
}
