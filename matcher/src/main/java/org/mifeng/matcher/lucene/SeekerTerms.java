package org.mifeng.matcher.lucene;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** The words of each of a segment's active seekers, as numbers: few each, while a post has many. */
final class SeekerTerms {
    private final TermTable table;
    /** Terms of seeker i: {@code terms[from[i]]} to {@code terms[from[i + 1]]}, exclusive. */
    private final int[] from;

    private final int[] terms;

    SeekerTerms(ArrayReader in) throws IOException {
        table = TermTable.read(in);
        from = in.ints();
        terms = in.ints();
    }

    void write(ArrayWriter out) throws IOException {
        table.write(out);
        out.ints(from);
        out.ints(terms);
    }

    SeekerTerms(LeafReader segment, SeekerRows seekers) throws IOException {
        table = new TermTable();
        from = new int[seekers.count + 1];
        Terms words = segment.terms(PostFields.TEXT);
        if (words == null) {
            terms = new int[0];
            return;
        }
        PostingsEnum postings = null;
        TermsEnum each = words.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
            postings = each.postings(postings, PostingsEnum.NONE);
            int first = postings.nextDoc();
            for (int seeker = first; seeker < seekers.count; seeker = postings.nextDoc()) {
                from[seeker + 1]++;
            }
            if (first < seekers.count) {
                table.add(term.utf8ToString());
            }
        }
        for (int seeker = 0; seeker < seekers.count; seeker++) {
            from[seeker + 1] += from[seeker];
        }
        terms = new int[from[seekers.count]];
        int[] next = from.clone();
        int number = 0;
        each = words.iterator();
        while (each.next() != null) {
            postings = each.postings(postings, PostingsEnum.NONE);
            int first = postings.nextDoc();
            for (int seeker = first; seeker < seekers.count; seeker = postings.nextDoc()) {
                terms[next[seeker]++] = number;
            }
            number += first < seekers.count ? 1 : 0;
        }
    }

    /** The term's number in this segment, or -1 if no active seeker has it. */
    int find(String term) {
        return table.find(term);
    }

    /** How many terms there are. */
    int count() {
        return table.size();
    }

    long bytes() {
        return table.bytes() + 4L * from.length + 4L * terms.length;
    }

    /** The sum of the impacts of a seeker's terms, where {@code impacts[impactsFrom + t]} is that of term t. */
    int sum(int seeker, int[] impacts, int impactsFrom) {
        int sum = 0;
        for (int i = from[seeker]; i < from[seeker + 1]; i++) {
            sum += impacts[impactsFrom + terms[i]];
        }
        return sum;
    }
}
