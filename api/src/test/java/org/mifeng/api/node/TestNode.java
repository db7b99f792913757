package org.mifeng.api.node;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import org.mifeng.api.generation.IndexDirectories;
import org.mifeng.api.generation.IndexGeneration;
import org.mifeng.api.generation.NodeBuild;
import org.mifeng.api.generation.NodeIndex;
import org.mifeng.api.indexing.MarketPlace;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.matcher.Matcher;
import org.mifeng.matcher.lucene.LuceneCandidateIndex;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.ranking.RankingModel;

/** A node without a service around it, driven step by step. */
final class TestNode implements AutoCloseable {
    static final OccupationTree TREE = Occupations.tree();

    private final IndexDirectories directories;
    private final NodeSettings settings;
    private final NodeBuild build;
    private final Matcher matcher;
    private final OutboxTailer tailer;
    private final RollingReconcile reconcile;
    private final Succession succession;

    /** Starts as the service does. */
    TestNode(String name, Path directory, DatabaseAddress database, MarketPlace market, InstantSource clock)
            throws SQLException, IOException {
        directories = new IndexDirectories(directory);
        settings = new NodeSettings(name);
        build = new NodeBuild(database, directories, TREE, market, clock);
        new NodeIndex(build, "this", name).prepare();
        matcher = new Matcher(
                LuceneCandidateIndex.open(directories.current().orElseThrow(), TREE), TREE, RankingModel.CURRENT);
        tailer = new OutboxTailer(
                database,
                matcher,
                name,
                () -> IndexGeneration.of(matcher.generation()),
                clock,
                market,
                settings,
                Runnable::run);
        reconcile = new RollingReconcile(database, matcher, clock, market, name);
        succession = new Succession(build, matcher, settings);
    }

    Matcher matcher() {
        return matcher;
    }

    NodeBuild build() {
        return build;
    }

    IndexDirectories directories() {
        return directories;
    }

    OutboxTailer tailer() {
        return tailer;
    }

    RollingReconcile reconcile() {
        return reconcile;
    }

    boolean isBuilding() {
        return !Double.isNaN(succession.progress());
    }

    /**
     * A round of the follower.
     *
     * @return whether it has everything
     */
    boolean round() throws SQLException {
        boolean tooOld = false;
        boolean caughtUp = false;
        try {
            tailer.begin();
            switch (tailer.step()) {
                case OutboxTailer.Step.CaughtUp up -> caughtUp = true;
                case OutboxTailer.Step.More more -> {}
                case OutboxTailer.Step.Change change -> {
                    succession.look(false);
                    succession.change(change);
                    return false;
                }
            }
        } catch (IndexTooOldException e) {
            tooOld = true;
        }
        succession.look(tooOld);
        return caughtUp;
    }

    /** What is applied is on the disk from now on. */
    void makeDurable() throws SQLException {
        tailer.finish();
    }

    @Override
    public void close() {
        succession.close();
        matcher.close();
    }
}
