package org.mifeng.api.jobpost;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mifeng.indexdata.title.TitleNormaliser;

/** Makes the one normaliser, of posts that are written and of queries, when the service starts: it takes a second. */
final class TitleReaderProducer {
    @Produces
    @Singleton
    @Startup
    TitleNormaliser normaliser() {
        return TitleNormaliser.ofReferenceTables();
    }
}
