package org.mifeng.api;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.privacy.Keys;

/** Gives a test of the service a real database with all tables, no rows, and keys of its own. */
public final class DatabaseResource implements QuarkusTestResourceLifecycleManager {
    private Path keys = Path.of("target");

    @Override
    public Map<String, String> start() {
        DatabaseAddress schema = TestDatabase.migratedSchema();
        try {
            keys = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "test-keys-")
                    .toAbsolutePath();
            Keys.create(keys, new SecureRandom());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make keys for tests", e);
        }
        return Map.of(
                "quarkus.datasource.jdbc.url", schema.url(),
                "quarkus.datasource.username", schema.user(),
                "quarkus.datasource.password", schema.password(),
                "mifeng.privacy.keys-directory", keys.toString());
    }

    @Override
    public void stop() {
        TestDatabase.delete(keys);
    }
}
