package org.mifeng.api.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.mifeng.api.TestDatabase;

class EmbeddedDatabaseTest {
    private static String ask(DatabaseAddress database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void commitsAreDurableTextIsUtf8AndTimesAreUtc() throws SQLException {
        DatabaseAddress database = TestDatabase.migratedSchema();
        assertThat(ask(database, "select @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
        assertThat(ask(database, "select @@character_set_server")).isEqualTo("utf8mb4");
        assertThat(ask(database, "select @@collation_connection")).isEqualTo("utf8mb4_unicode_ci");
        assertThat(ask(database, "select timestampdiff(second, now(), utc_timestamp())"))
                .isEqualTo("0");
        assertThat(ask(database, "select @@bind_address")).isEqualTo("127.0.0.1");
    }

    @Test
    void migrationsAreAppliedOnce() {
        DatabaseAddress database = TestDatabase.migratedSchema();
        assertThat(Migrations.apply(database)).isZero();
    }

    @Test
    void onlyOurAccountsExistAndTheServiceMayNotTouchOthersData() throws SQLException {
        DatabaseAddress database = TestDatabase.migratedSchema();
        assertThatThrownBy(() -> ask(database, "select count(*) from mysql.global_priv"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("denied");
        assertThatThrownBy(() -> ask(new DatabaseAddress(database.url(), "root", ""), "select 1"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("denied");
    }
}
