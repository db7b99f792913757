package org.mifeng.api.backup;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a backup holds. It is written last, so a backup with a manifest is complete.
 *
 * @param format of the file; this version reads {@value #FORMAT}
 * @param takenAt when the moment was that all tables show
 * @param migrations of the schema, by version
 * @param tables in the order of their names
 */
public record BackupManifest(int format, Instant takenAt, List<String> migrations, List<Table> tables) {
    static final int FORMAT = 1;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    /** Copies the lists. */
    public BackupManifest {
        migrations = List.copyOf(migrations);
        tables = List.copyOf(tables);
    }

    /**
     * A table.
     *
     * @param name of it
     * @param definition the statement that creates it, as its server wrote it
     * @param columns in the order of the rows' values
     * @param rows how many
     * @param bytes of the rows, not compressed
     * @param sha256 of these bytes, in hexadecimal
     */
    public record Table(String name, String definition, List<String> columns, long rows, long bytes, String sha256) {
        /** @throws IllegalArgumentException if a name could be anything else than a name */
        public Table {
            columns = List.copyOf(columns);
            if (!NAME.matcher(name).matches()
                    || !columns.stream().allMatch(column -> NAME.matcher(column).matches())
                    || !definition.startsWith("CREATE TABLE `" + name + "` (")) {
                throw new IllegalArgumentException("not a table of ours");
            }
        }

        String entry() {
            return "tables/" + name;
        }

        /** The same statement for another name. */
        String definition(String other) {
            return "CREATE TABLE `" + other + "`" + definition.substring(("CREATE TABLE `" + name + "`").length());
        }
    }

    /** How many rows of all tables. */
    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    /** How many bytes of all tables, not compressed. */
    public long bytes() {
        return tables.stream().mapToLong(Table::bytes).sum();
    }
}
