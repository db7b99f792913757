package org.mifeng.api.launch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the database is and who we are to it: a MySQL 8 or MariaDB server, embedded or not.
 *
 * @param url of the form {@code jdbc:mysql://host:port/schema?...}
 * @param user the account
 * @param password its password; never part of {@link #toString()}
 */
public record DatabaseAddress(String url, String user, String password) implements ConnectionSource {
    /** Names the external server; without it the embedded one is started. */
    public static final String URL_VARIABLE = "MIFENG_DB_URL";

    private static final String USER_VARIABLE = "MIFENG_DB_USER";
    private static final String PASSWORD_VARIABLE = "MIFENG_DB_PASSWORD";

    /**
     * What every connection of ours needs whatever the URL says: all times are UTC on both sides, text is utf8mb4 with
     * one collation, batches travel as one packet. A URL that names one of these itself keeps its own value.
     */
    private static final Map<String, String> NEEDED = Map.of(
            "connectionTimeZone", "UTC",
            "forceConnectionTimeZoneToSession", "true",
            "connectionCollation", "utf8mb4_unicode_ci",
            "rewriteBatchedStatements", "true");

    /** @throws IllegalArgumentException if the URL is not for MySQL */
    public DatabaseAddress {
        if (!url.startsWith("jdbc:mysql://")) {
            throw new IllegalArgumentException("the database URL must start with jdbc:mysql://");
        }
        StringBuilder complete = new StringBuilder(url);
        NEEDED.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(need -> {
            if (complete.indexOf(need.getKey() + "=") < 0) {
                complete.append(complete.indexOf("?") < 0 ? '?' : '&')
                        .append(need.getKey())
                        .append('=')
                        .append(need.getValue());
            }
        });
        url = complete.toString();
    }

    /**
     * The external server that the environment names, if it names one.
     *
     * @throws LaunchException if only part of the address is given or the URL is not for MySQL
     */
    public static Optional<DatabaseAddress> fromEnvironment(Map<String, String> environment) {
        String url = environment.get(URL_VARIABLE);
        if (url == null || url.isBlank()) {
            return Optional.empty();
        }
        String user = environment.get(USER_VARIABLE);
        String password = environment.get(PASSWORD_VARIABLE);
        if (user == null || password == null) {
            throw new LaunchException(
                    ExitCode.USAGE,
                    URL_VARIABLE + " is set, so " + USER_VARIABLE + " and " + PASSWORD_VARIABLE + " must be set too");
        }
        try {
            return Optional.of(new DatabaseAddress(url, user, password));
        } catch (IllegalArgumentException e) {
            throw new LaunchException(ExitCode.USAGE, URL_VARIABLE + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, properties());
    }

    /**
     * A new connection on which nothing waits longer than given, neither connecting nor an answer.
     *
     * @param longest at least a millisecond
     */
    public Connection connect(Duration longest) throws SQLException {
        Properties properties = properties();
        String millis = Long.toString(longest.toMillis());
        properties.setProperty("connectTimeout", millis);
        properties.setProperty("socketTimeout", millis);
        return DriverManager.getConnection(url, properties);
    }

    /**
     * A new connection that may send a stream as {@code LOAD DATA LOCAL}. Only for loading our own streams: a hostile
     * server may ask such a connection for any file.
     */
    public Connection connectForBulkLoad() throws SQLException {
        Properties properties = properties();
        properties.setProperty("allowLoadLocalInfile", "true");
        return DriverManager.getConnection(url, properties);
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        return properties;
    }

    @Override
    public String toString() {
        int parameters = url.indexOf('?');
        return user + " at " + (parameters < 0 ? url : url.substring(0, parameters));
    }
}
