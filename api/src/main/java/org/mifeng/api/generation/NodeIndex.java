package org.mifeng.api.generation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.mifeng.api.indexing.FullIndexBuild;
import org.mifeng.api.indexing.MarketPlace;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.outbox.OutboxPositions;
import org.mifeng.matcher.lucene.LuceneCandidateIndex;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.spi.CandidateView;

/**
 * The index of this node, made ready before the service opens it. It is kept if it is whole, of the present format, made
 * from this very database, and not older than what the outbox still has; otherwise it is built anew, which costs no data.
 */
public final class NodeIndex {
    private static final Logger LOG = Logger.getLogger(NodeIndex.class);

    /** Names the database the index was made from; written when a build is complete. */
    private static final String STAMP = "made-from";

    private final Path directory;
    private final DatabaseAddress database;
    private final String databaseId;
    private final OccupationTree tree;
    private final MarketPlace market;

    /**
     * @param directory of the index
     * @param database its rows
     * @param databaseId which database that is, however it is reached
     * @param tree the occupations the rows speak of
     * @param market where a seeker without a place starts
     */
    public NodeIndex(
            Path directory, DatabaseAddress database, String databaseId, OccupationTree tree, MarketPlace market) {
        this.directory = directory;
        this.database = database;
        this.databaseId = databaseId;
        this.tree = tree;
        this.market = market;
    }

    /**
     * Builds the index unless it can be used as it is.
     *
     * @return what was built, if something was
     */
    public Optional<FullIndexBuild.Built> prepare() throws SQLException, IOException {
        if (isUsable()) {
            return Optional.empty();
        }
        Path stamp = directory.resolve(STAMP);
        Files.deleteIfExists(stamp);
        Files.createDirectories(directory);
        FullIndexBuild.Built built = new FullIndexBuild(database, tree, market).run(directory);
        Files.writeString(stamp, databaseId, StandardCharsets.UTF_8);
        return Optional.of(built);
    }

    private boolean isUsable() throws SQLException, IOException {
        Path stamp = directory.resolve(STAMP);
        if (!Files.exists(stamp)
                || !Files.readString(stamp, StandardCharsets.UTF_8).equals(databaseId)
                || !LuceneCandidateIndex.exists(directory, tree)) {
            return false;
        }
        try (LuceneCandidateIndex index = LuceneCandidateIndex.open(directory, tree);
                CandidateView view = index.acquire();
                Connection connection = database.connect()) {
            return OutboxPositions.read(connection).canContinueFrom(view.position());
        } catch (UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
            LOG.warn("the index is damaged and is built anew", e);
            return false;
        }
    }
}
