package org.mifeng.matcher.lucene;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** The open posts of each employer in a segment. */
final class EmployerPosts {
    private final long[] employers;
    /** Posts of employer i: {@code docs[from[i]]} to {@code docs[from[i + 1]]}, exclusive. */
    private final int[] from;

    private final int[] docs;

    EmployerPosts(PostRows posts) {
        employers = IntStream.range(0, posts.count)
                .mapToLong(posts::employer)
                .sorted()
                .distinct()
                .toArray();
        from = new int[employers.length + 1];
        int[] numbers = new int[posts.count];
        for (int doc = 0; doc < posts.count; doc++) {
            numbers[doc] = Arrays.binarySearch(employers, posts.employer(doc));
            from[numbers[doc] + 1]++;
        }
        for (int i = 0; i < employers.length; i++) {
            from[i + 1] += from[i];
        }
        int[] next = from.clone();
        docs = new int[posts.count];
        for (int doc = 0; doc < posts.count; doc++) {
            docs[next[numbers[doc]]++] = doc;
        }
    }

    long bytes() {
        return 12L * employers.length + 4L * docs.length;
    }

    /** Marks the stretches that hold a post of one of these employers. */
    BitSet stretchesOf(long[] wanted, PostBlocks stretches) {
        BitSet marked = new BitSet();
        for (long employer : wanted) {
            int i = Arrays.binarySearch(employers, employer);
            for (int at = i < 0 ? 0 : from[i]; i >= 0 && at < from[i + 1]; at++) {
                int place = Arrays.binarySearch(stretches.from, docs[at]);
                marked.set(place < 0 ? -place - 2 : place);
            }
        }
        return marked;
    }
}
