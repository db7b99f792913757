package org.mifeng.matcher.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mifeng.matcher.Background;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.spi.CandidateIndex;
import org.mifeng.matcher.spi.IndexChange;
import org.mifeng.matcher.tck.Fixtures;
import org.mifeng.matcher.tck.SeekerOracleEquality;

class LuceneSeekersTest extends SeekerOracleEquality {
    @TempDir
    Path folder;

    @Override
    protected CandidateIndex open(List<IndexChange> puts) {
        build(puts);
        return LuceneCandidateIndex.open(folder, Fixtures.TREE);
    }

    private void build(List<IndexChange> puts) {
        try (LuceneIndexBuild build = LuceneIndexBuild.create(folder, Fixtures.TREE)) {
            puts.forEach(build::add);
            build.finish(0);
        }
    }

    @Test
    void aPhoneOrIdNumberInAWishIsNotInTheIndex() throws IOException {
        Seeker.Wish any = Fixtures.aWish();
        Seeker.Wish telling = new Seeker.Wish(
                any.occupations(),
                "装卸，电话13812345678，身份证10000019900307123X",
                any.start(),
                any.travel(),
                any.maxDistanceMetres(),
                TimeSlots.ALWAYS,
                Set.of(),
                0,
                false,
                0);
        build(List.of(
                new IndexChange.PutSeeker(new Seeker(1, 1, true, LocalDate.of(1990, 3, 7), telling, Background.NONE))));
        assertThat(words()).containsExactlyInAnyOrder("装卸", "电话", "身份", "份证");
    }

    private List<String> words() throws IOException {
        List<String> words = new ArrayList<>();
        try (FSDirectory directory = FSDirectory.open(folder.resolve("seekers"));
                DirectoryReader reader = DirectoryReader.open(directory)) {
            Terms terms = MultiTerms.getTerms(reader, PostFields.TEXT);
            TermsEnum each = terms.iterator();
            while (each.next() != null) {
                words.add(each.term().utf8ToString());
            }
        }
        return words;
    }
}
