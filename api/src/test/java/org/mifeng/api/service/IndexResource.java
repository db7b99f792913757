package org.mifeng.api.service;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.mifeng.api.TestDatabase;
import org.mifeng.api.generation.IndexDirectories;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.matcher.lucene.LuceneIndexBuild;

/** Gives a test of the service a finished index without a single post. */
public final class IndexResource implements QuarkusTestResourceLifecycleManager {
    private Path directory = Path.of("target");

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "test-index-")
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a directory for the index of tests", e);
        }
        try {
            publishEmpty(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the index of tests", e);
        }
        return Map.of("mifeng.index.directory", directory.toString());
    }

    /** A node's directory with an index of nothing in use. */
    static void publishEmpty(Path directory) throws IOException {
        IndexDirectories directories = new IndexDirectories(directory);
        Path build = directories.create("test");
        buildEmpty(build);
        directories.publish(build);
    }

    /** Builds an index of nothing. */
    public static void buildEmpty(Path directory) {
        try (LuceneIndexBuild build = LuceneIndexBuild.create(directory, Occupations.tree())) {
            build.finish(0);
        }
    }

    @Override
    public void stop() {
        TestDatabase.delete(directory);
    }
}
