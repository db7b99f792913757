package org.mifeng.matcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mifeng.matcher.ranking.TextStatistics;
import org.mifeng.matcher.spi.IndexChange;
import org.mifeng.matcher.tck.Fixtures;

class PostTermsTest {
    @TempDir
    Path folder;

    @Test
    void wordsReadByTwoThreadsAreThoseReadByOne() throws Exception {
        RandomGenerator random = new SplittableRandom(53);
        try (LuceneIndexBuild build = LuceneIndexBuild.create(folder, Fixtures.TREE)) {
            for (int id = 1; id <= 2_000; id++) {
                build.add(new IndexChange.PutJobPost(Fixtures.randomPost(random, id, 1)));
            }
            build.finish(0);
        }
        try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder.resolve("posts")))) {
            LeafReader segment = reader.leaves().getFirst().reader();
            TermCodes codes = new TermCodes(new TextStatistics(0, 20, Map.of()));
            PostRows posts = new PostRows(segment);
            PostBlocks ranges = PostBlocks.ranges(posts);
            PostTerms one = PostTerms.read(segment, posts, ranges, codes, false);
            PostTerms two = PostTerms.read(segment, posts, ranges, codes, true);
            int found = 0;
            TermsEnum each = segment.terms(PostFields.TEXT).iterator();
            while (each.next() != null) {
                String term = each.term().utf8ToString();
                assertThat(two.find(term)).as(term).isEqualTo(one.find(term));
                assertThat(sums(two, term, posts.count, ranges))
                        .as(term)
                        .isEqualTo(sums(one, term, posts.count, ranges));
                found += one.find(term) >= 0 ? 1 : 0;
            }
            assertThat(found).isGreaterThan(20);
        }
    }

    private static int[] sums(PostTerms terms, String term, int count, PostBlocks ranges) {
        int[] sums = new int[count];
        int[] bounds = new int[ranges.count()];
        int number = terms.find(term);
        if (number >= 0) {
            terms.addBounds(number, bounds, 0);
            for (int range = 0; range < ranges.count(); range++) {
                terms.addImpacts(number, range, sums, 0);
                int most = 0;
                for (int doc = ranges.from[range]; doc < ranges.from[range + 1]; doc++) {
                    most = Math.max(most, sums[doc]);
                }
                assertThat(bounds[range])
                        .as("bound of range %d for %s", range, term)
                        .isEqualTo(most);
            }
        }
        return sums;
    }
}
