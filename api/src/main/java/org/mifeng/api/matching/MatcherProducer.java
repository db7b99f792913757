package org.mifeng.api.matching;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.mifeng.api.generation.IndexDirectories;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.matcher.Matcher;
import org.mifeng.matcher.lucene.LuceneCandidateIndex;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.ranking.RankingModel;

/** Opens the index when the service starts and closes it when it stops. */
@Singleton
final class MatcherProducer {
    @Produces
    @Singleton
    OccupationTree occupations() {
        return Occupations.tree();
    }

    @Produces
    @Singleton
    @Startup
    Matcher matcher(MatchingConfig config, OccupationTree occupations) {
        return new Matcher(LuceneCandidateIndex.open(current(config), occupations), occupations, RankingModel.CURRENT);
    }

    private static Path current(MatchingConfig config) {
        try {
            return new IndexDirectories(config.directory())
                    .current()
                    .orElseThrow(() -> new IllegalStateException("there is no index in " + config.directory()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot find the index in " + config.directory(), e);
        }
    }

    void close(@Disposes Matcher matcher) {
        matcher.close();
    }
}
