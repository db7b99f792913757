package org.mifeng.api.launch;

import java.sql.SQLException;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Brings the schema up to date before anything else touches the database. */
public final class Migrations {
    private Migrations() {}

    /**
     * Applies what is missing, after checking that what was applied is what we know.
     *
     * @return how many migrations were applied
     * @throws LaunchException if the database cannot be reached, or its schema is not ours
     */
    public static int apply(DatabaseAddress database) {
        try (var connection = database.connect()) {
            connection.isValid(5);
        } catch (SQLException e) {
            throw new LaunchException(
                    ExitCode.DATABASE_UNAVAILABLE, "The database does not answer: " + database + ".", e);
        }
        try {
            return flyway(database).migrate().migrationsExecuted;
        } catch (FlywayValidateException e) {
            throw new LaunchException(
                    ExitCode.DATA_DAMAGED,
                    "The database at " + database + " holds a schema that this version does not know."
                            + " Use the version that made it, or an empty schema.",
                    e);
        } catch (FlywayException e) {
            throw new LaunchException(
                    ExitCode.DATABASE_UNAVAILABLE,
                    "The schema of " + database + " could not be brought up to date.",
                    e);
        }
    }

    /** Whether this version of the product knows a migration; a schema with one that it does not know is newer. */
    public static boolean knows(DatabaseAddress database, String version) {
        MigrationVersion asked = MigrationVersion.fromVersion(version);
        return Arrays.stream(flyway(database).info().all())
                .filter(migration -> migration.getState().isResolved())
                .anyMatch(migration -> asked.equals(migration.getVersion()));
    }

    private static Flyway flyway(DatabaseAddress database) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database.url(), database.user(), database.password())
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .load();
    }
}
