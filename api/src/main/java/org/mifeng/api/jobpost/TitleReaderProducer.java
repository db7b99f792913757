package org.mifeng.api.jobpost;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mifeng.indexdata.title.TitleNormaliser;

/** Makes the normaliser at its first use: it takes a moment, and a node that only answers matches does not need it. */
final class TitleReaderProducer {
    @Produces
    @Singleton
    TitleNormaliser normaliser() {
        return TitleNormaliser.ofReferenceTables();
    }
}
