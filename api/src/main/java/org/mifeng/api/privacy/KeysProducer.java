package org.mifeng.api.privacy;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Optional;

/** Hands the secrets to those who ask for them by type. They were made before the service starts, never here. */
@Dependent
final class KeysProducer {
    @Produces
    @Singleton
    Keys keys(PrivacyConfig config) {
        SecureRandom random = new SecureRandom();
        Optional<Keys> given = Keys.fromEnvironment(System.getenv(), random);
        if (given.isPresent()) {
            return given.get();
        }
        try {
            return Keys.read(config.keysDirectory(), random);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the keys in " + config.keysDirectory(), e);
        }
    }

    @Produces
    @Singleton
    LookupKey lookupKey(Keys keys) {
        return keys.lookup();
    }

    @Produces
    @Singleton
    Sealer sealer(Keys keys) {
        return keys.sealer();
    }
}
