package org.mifeng.api.service;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.DatabaseResource;

/** A real database behind a {@link DatabaseRelay}. */
public final class RelayedDatabaseResource implements QuarkusTestResourceLifecycleManager {
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final Pattern PORT = Pattern.compile("^(jdbc:mysql://[^:/]+:)(\\d+)");

    private final DatabaseResource database = new DatabaseResource();
    private @Nullable DatabaseRelay relay;

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(database.start());
        Matcher url = PORT.matcher(Objects.requireNonNull(settings.get(URL)));
        if (!url.find()) {
            throw new IllegalStateException("no port in the database's address");
        }
        relay = new DatabaseRelay(Integer.parseInt(url.group(2)));
        settings.put(URL, url.replaceFirst(url.group(1) + relay.port()));
        return settings;
    }

    @Override
    public void stop() {
        if (relay != null) {
            relay.close();
        }
        database.stop();
    }
}
