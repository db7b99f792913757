package org.mifeng.api.live;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.mifeng.api.launch.DatabaseAddress;

/** The database behind the pool, for those who need a connection that no request can take. */
@Dependent
final class DatabaseAddressProducer {
    @Produces
    @Singleton
    DatabaseAddress database(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        return new DatabaseAddress(url, user, password);
    }
}
