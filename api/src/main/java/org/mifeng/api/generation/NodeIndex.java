package org.mifeng.api.generation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.indexing.FullIndexBuild;
import org.mifeng.api.launch.ProgressBar;
import org.mifeng.api.outbox.OutboxPositions;
import org.mifeng.matcher.lucene.LuceneCandidateIndex;

/**
 * The index of this node, made ready before the service opens it. It is kept if it can be served, was made from this very
 * database, and is not older than what the outbox still has; otherwise it is built anew, which costs no data. One that
 * can be served but was built for an older schema is replaced while the service runs.
 *
 * @param build how an index of this node is built
 * @param databaseId which database that is, however it is reached
 * @param node the node's name
 */
public record NodeIndex(NodeBuild build, String databaseId, String node) {
    private static final Logger LOG = Logger.getLogger(NodeIndex.class);

    /** Names the database an index was made from; written when a build is complete. */
    private static final String STAMP = "made-from";

    /** Nobody is served meanwhile. */
    private static final int READERS = 2;

    /**
     * Builds the index unless it can be used as it is. Builds that did not finish are deleted.
     *
     * @return what was built, if something was
     */
    public Optional<FullIndexBuild.Built> prepare() throws SQLException, IOException {
        IndexDirectories directories = build.directories();
        directories.sweep();
        Optional<Path> current = directories.current();
        if (current.isPresent() && isUsable(current.get())) {
            return Optional.empty();
        }
        try (Screen screen = new Screen()) {
            NodeBuild.Done done = build.run(node, OptionalLong.empty(), READERS, screen);
            stamp(done.directory(), databaseId);
            directories.publish(done.directory());
            directories.sweep();
            return Optional.of(done.built());
        }
    }

    private static final class Screen implements NodeBuild.Progress, AutoCloseable {
        private @Nullable ProgressBar bar;

        @Override
        public void begin(long rows) {
            bar = ProgressBar.onScreen("Building the index", rows);
        }

        @Override
        public void accept(long rows) {
            if (bar != null) {
                bar.advance(rows);
            }
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
            }
        }
    }

    /** Notes from which database a build was made. */
    public static void stamp(Path directory, String databaseId) throws IOException {
        Files.writeString(directory.resolve(STAMP), databaseId, StandardCharsets.UTF_8);
    }

    /** From which database a build was made, if it says so. */
    public static Optional<String> madeFrom(Path directory) throws IOException {
        Path stamp = directory.resolve(STAMP);
        return Files.exists(stamp)
                ? Optional.of(new String(Files.readAllBytes(stamp), StandardCharsets.UTF_8)) // also if it is damaged
                : Optional.empty();
    }

    private boolean isUsable(Path directory) throws SQLException, IOException {
        if (!madeFrom(directory).equals(Optional.of(databaseId))
                || !LuceneCandidateIndex.exists(directory, build.tree())) {
            return false;
        }
        try (LuceneCandidateIndex index = LuceneCandidateIndex.open(directory, build.tree());
                Connection connection = build.database().connect()) {
            return OutboxPositions.read(connection).canContinueFrom(index.position());
        } catch (UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
            LOG.warn("the index is damaged and is built anew", e);
            return false;
        }
    }
}
