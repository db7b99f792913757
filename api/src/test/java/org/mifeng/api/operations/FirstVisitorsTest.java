package org.mifeng.api.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mifeng.api.TestDatabase;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.launch.Installation;
import org.mifeng.api.privacy.Keys;

class FirstVisitorsTest {
    private static final String KIOSK_ID = "abcdefghijklmnopqrstuv";

    @TempDir
    Path directory;

    private final DatabaseAddress database = TestDatabase.migratedSchema();

    @BeforeEach
    void keepAnIdentity() throws IOException {
        Files.writeString(directory.resolve("kiosk-identity.json"), "{\"kioskId\": \"" + KIOSK_ID + "\"}");
    }

    private Path codeAfterAStart() throws SQLException, IOException {
        SecureRandom random = new SecureRandom();
        Keys keys = new Installation(database).keys(directory.resolve("keys"), Map.of(), random);
        new FirstVisitors(database, keys, InstantSource.system(), random).kiosk(directory);
        return directory.resolve(FirstVisitors.CODE_FILE);
    }

    private void makeKnown(String state) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into kiosk (id, public_id, name, public_key, latitude, longitude, state,"
                    + " created_at, updated_at) values (1, '" + KIOSK_ID + "', 'k', x'00', 35, 116, '" + state
                    + "', now(), now())");
        }
    }

    @Test
    void aKioskThatAnotherDatabaseEnrolledGetsACode() throws Exception {
        assertThat(codeAfterAStart()).isNotEmptyFile();
    }

    @Test
    void aCodeThatStillCountsIsKept() throws Exception {
        String first = Files.readString(codeAfterAStart());
        assertThat(codeAfterAStart()).hasContent(first);
    }

    @Test
    void aKioskThatThisDatabaseKnowsGetsNone() throws Exception {
        makeKnown("ACTIVE");
        assertThat(codeAfterAStart()).doesNotExist();
    }

    @Test
    void aRevokedKioskDoesNotGetBackInByAStart() throws Exception {
        makeKnown("REVOKED");
        assertThat(codeAfterAStart()).doesNotExist();
    }

    @Test
    void aDamagedIdentityDoesNotStopTheService() throws Exception {
        Files.writeString(directory.resolve("kiosk-identity.json"), "{\"kioskId");
        assertThat(codeAfterAStart()).isNotEmptyFile();
    }
}
