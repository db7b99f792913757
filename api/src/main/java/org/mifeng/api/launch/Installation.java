package org.mifeng.api.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mifeng.api.privacy.Keys;
import org.mifeng.api.privacy.LookupPurpose;
import org.mifeng.api.privacy.SealBrokenException;
import org.mifeng.api.privacy.SealedPlace;

/** What a database knows about itself: the rows of the table {@code installation}. */
public final class Installation {
    /** Where these rows are. */
    public static final String TABLE = "installation";

    private static final String ID = "id";
    private static final String LOOKUP_CHECK = "lookup_key_check";
    private static final String SEALING_CHECK = "sealing_key_check";
    private static final String CHECKED_TEXT = "mifeng";
    private static final SealedPlace CHECKED_PLACE = new SealedPlace("installation", "value", 0);

    private final DatabaseAddress database;
    private final String table;

    /** The database must be migrated. */
    public Installation(DatabaseAddress database) {
        this(database, TABLE);
    }

    /**
     * Of a database that is just being filled.
     *
     * @param table of the same form
     */
    public Installation(DatabaseAddress database, String table) {
        this.database = database;
        this.table = table;
    }

    /** The value of that name, if it was ever set. */
    public Optional<String> value(String name) {
        try (Connection connection = database.connect();
                PreparedStatement statement =
                        connection.prepareStatement("select value from " + table + " where name = ?")) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /** Which database this is, whatever address it has: a random name it got when it was first asked. */
    public String id() {
        Optional<String> known = value(ID);
        if (known.isPresent()) {
            return known.get();
        }
        renew();
        return value(ID).orElseThrow();
    }

    /** Makes it another database than it was: an index made from it before is not of it any more. */
    public void renew() {
        set(ID, UUID.randomUUID().toString());
    }

    /** Sets a value for good: it is committed on return. */
    public void set(String name, String value) {
        try (Connection connection = database.connect()) {
            set(connection, table, name, value);
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /** Sets a value in the connection's transaction. */
    public static void set(Connection connection, String name, String value) throws SQLException {
        set(connection, TABLE, name, value);
    }

    private static void set(Connection connection, String table, String name, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into " + table
                + " (name, value, updated_at) values (?, ?, utc_timestamp(3))"
                + " on duplicate key update value = values(value), updated_at = values(updated_at)")) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.executeUpdate();
        }
    }

    /**
     * The secrets this database was filled with: from the environment, or from the directory, or newly made there if
     * the database has never seen any.
     *
     * @throws LaunchException if the secrets are lost, are others, or cannot be read
     */
    public Keys keys(Path directory, Map<String, String> environment, SecureRandom random) {
        Keys keys;
        try {
            Optional<Keys> given = Keys.fromEnvironment(environment, random);
            if (given.isPresent()) {
                keys = given.get();
            } else if (Keys.exist(directory)) {
                keys = Keys.read(directory, random);
            } else if (value(LOOKUP_CHECK).isEmpty()) {
                keys = Keys.create(directory, random);
            } else {
                throw new LaunchException(
                        ExitCode.DATA_DAMAGED,
                        "The keys are missing in " + directory + ", and without them the personal data in the database"
                                + " cannot be read. Put them back from your backup.");
            }
        } catch (IllegalArgumentException e) {
            throw new LaunchException(ExitCode.DATA_DAMAGED, "The keys cannot be used: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw DiskRoom.explain(directory, e);
        }
        check(keys, directory);
        return keys;
    }

    private void check(Keys keys, Path directory) {
        String lookup = HexFormat.of().formatHex(keys.lookup().of(LookupPurpose.KEY_CHECK, CHECKED_TEXT));
        Optional<String> known = value(LOOKUP_CHECK);
        Optional<String> sealed = value(SEALING_CHECK);
        if (known.isEmpty() || sealed.isEmpty()) {
            set(SEALING_CHECK, HexFormat.of().formatHex(keys.sealer().seal(CHECKED_PLACE, CHECKED_TEXT)));
            set(LOOKUP_CHECK, lookup);
            return;
        }
        boolean opens;
        try {
            opens = keys.sealer()
                    .open(CHECKED_PLACE, HexFormat.of().parseHex(sealed.get()))
                    .equals(CHECKED_TEXT);
        } catch (SealBrokenException e) {
            opens = false;
        }
        if (!opens || !known.get().equals(lookup)) {
            throw new LaunchException(
                    ExitCode.DATA_DAMAGED,
                    "The keys in " + directory + " are not those with which the database was filled. Put the right"
                            + " ones back from your backup.");
        }
    }

    private LaunchException unreachable(SQLException e) {
        return new LaunchException(ExitCode.DATABASE_UNAVAILABLE, "The database does not answer: " + database + ".", e);
    }
}
