package org.mifeng.api.matching;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
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
        return new Matcher(
                LuceneCandidateIndex.open(config.directory(), occupations), occupations, RankingModel.CURRENT);
    }

    void close(@Disposes Matcher matcher) {
        matcher.close();
    }
}
