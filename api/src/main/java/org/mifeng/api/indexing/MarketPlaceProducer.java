package org.mifeng.api.indexing;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The one market this installation serves; the full build of the index starts from the same place. */
@Dependent
final class MarketPlaceProducer {
    @Produces
    @Singleton
    MarketPlace market() {
        return MarketPlace.RENCHENG;
    }
}
