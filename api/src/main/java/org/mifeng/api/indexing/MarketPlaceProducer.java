package org.mifeng.api.indexing;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.mifeng.matcher.Coordinates;

/** Makes the market's place from its configuration. */
@Dependent
final class MarketPlaceProducer {
    @Produces
    @Singleton
    MarketPlace market(MarketConfig config) {
        return new MarketPlace(new Coordinates(config.latitude(), config.longitude()));
    }
}
