package org.mifeng.api.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.Matcher;
import org.mifeng.matcher.lucene.LuceneCandidateIndex;
import org.mifeng.matcher.lucene.LuceneIndexBuild;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.spi.IndexChange;

/** The product's engine on a few posts, in a folder that goes when it is closed: for measuring. */
final class TemporaryIndex implements AutoCloseable {
    private final Path directory;
    private final Matcher matcher;

    /** @param posts each number once */
    TemporaryIndex(List<JobPost> posts) {
        try {
            directory = Files.createTempDirectory("mifeng-measure");
        } catch (IOException e) {
            throw new UncheckedIOException("there is no room for a temporary index", e);
        }
        try (LuceneIndexBuild build = LuceneIndexBuild.create(directory, Occupations.tree())) {
            posts.forEach(post -> build.add(new IndexChange.PutJobPost(post)));
            build.finish(0);
        }
        matcher = new Matcher(
                LuceneCandidateIndex.open(directory, Occupations.tree()), Occupations.tree(), RankingModel.CURRENT);
    }

    Matcher matcher() {
        return matcher;
    }

    @Override
    public void close() {
        matcher.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary index cannot be deleted", e);
        }
    }
}
