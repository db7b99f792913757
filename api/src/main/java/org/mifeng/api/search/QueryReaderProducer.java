package org.mifeng.api.search;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mifeng.indexdata.query.QueryReader;
import org.mifeng.indexdata.query.Typeahead;
import org.mifeng.indexdata.title.TitleNormaliser;

/** Makes the reader of queries when the service starts: it takes a second that no first visitor should wait. */
@Singleton
final class QueryReaderProducer {
    @Produces
    @Singleton
    @Startup
    QueryReader reader(TitleNormaliser normaliser) {
        return QueryReader.with(normaliser);
    }

    @Produces
    @Singleton
    @Startup
    Typeahead typeahead(QueryReader reader) {
        return reader.typeahead();
    }
}
