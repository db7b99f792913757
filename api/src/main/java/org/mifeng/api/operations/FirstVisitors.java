package org.mifeng.api.operations;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.mifeng.api.indexing.MarketPlace;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.outbox.EmployerPosts;
import org.mifeng.api.privacy.EmployerContact;
import org.mifeng.api.privacy.Keys;
import org.mifeng.api.privacy.LookupPurpose;
import org.mifeng.api.privacy.PrivateFile;
import org.mifeng.api.privacy.SealedPlace;
import org.mifeng.indexdata.bulk.EmployerState;

/**
 * Lets the first two in: the kiosk of this machine, by a single-use code in a file only its owner reads, and an employer
 * made for trying things out, by a token in another such file.
 */
final class FirstVisitors {
    /** The kiosk agent reads the code here, enrols with it and removes it. */
    static final String CODE_FILE = "enrolment-code";

    private static final String IDENTITY_FILE = "kiosk-identity.json";
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final String KIOSK_NAME = "济宁市任城区人力资源市场 1 号求职机";
    private static final Duration CODE_LIFE = Duration.ofDays(7);
    private static final String EMPLOYER_NAME = "试用单位（演示）";

    /** Verification holds for six months (P15). */
    private static final Duration VERIFICATION = Duration.ofDays(183);

    private final DatabaseAddress database;
    private final Keys keys;
    private final InstantSource clock;
    private final SecureRandom random;

    FirstVisitors(DatabaseAddress database, Keys keys, InstantSource clock, SecureRandom random) {
        this.database = database;
        this.keys = keys;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Issues an enrolment code, unless this database knows the kiosk or the kiosk has a code that still counts. An identity
     * given by a database that is lost is worth nothing: with a new code the agent enrols anew.
     *
     * @param directory of the kiosk agent
     */
    void kiosk(Path directory) throws SQLException, IOException {
        PrivateFile.createDirectory(directory);
        Path file = directory.resolve(CODE_FILE);
        if (knows(directory.resolve(IDENTITY_FILE)) || (Files.exists(file) && counts(Files.readString(file)))) {
            return;
        }
        String code = secret(10);
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into kiosk_enrolment (code_key, name, latitude, longitude, expires_at)
                        values (?, ?, ?, ?, ?)
                        """)) {
            insert.setBytes(1, keys.lookup().of(LookupPurpose.ENROLMENT_CODE, code));
            insert.setString(2, KIOSK_NAME);
            insert.setDouble(3, MarketPlace.RENCHENG.coordinates().latitude());
            insert.setDouble(4, MarketPlace.RENCHENG.coordinates().longitude());
            insert.setObject(5, utc(clock.instant().plus(CODE_LIFE)));
            insert.executeUpdate();
        }
        PrivateFile.write(file, code + "\n");
    }

    /** Also a kiosk that was revoked is known: it does not get back in by a restart. */
    private boolean knows(Path identity) throws SQLException, IOException {
        String kioskId;
        try {
            kioskId =
                    JSON.readTree(Files.readAllBytes(identity)).path("kioskId").asText();
        } catch (NoSuchFileException | JacksonException e) {
            return false; // a damaged identity is for the agent to report
        }
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement("select 1 from kiosk where public_id = ?")) {
            select.setString(1, kioskId);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    private boolean counts(String code) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement select = connection.prepareStatement(
                        "select 1 from kiosk_enrolment where code_key = ? and used_at is null and expires_at > ?")) {
            select.setBytes(1, keys.lookup().of(LookupPurpose.ENROLMENT_CODE, code.strip()));
            select.setObject(2, utc(clock.instant()));
            try (ResultSet rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    /**
     * Makes the employer for trying things out, unless the token in the file is one of an employer; and verifies it anew,
     * so that it may post.
     *
     * @param file for the token
     */
    void demoEmployer(Path file) throws SQLException, IOException {
        Instant now = clock.instant();
        if (Files.exists(file) && verify(Files.readString(file).strip(), now)) {
            return;
        }
        String token = secret(24);
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            long id = nextEmployerNumber(connection);
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into employer (id, public_id, version, name, contact_sealed, state, verified_until,
                                          token_key, created_at, updated_at)
                    values (?, ?, 0, ?, ?, ?, ?, ?, ?, ?)
                    """)) {
                insert.setLong(1, id);
                insert.setString(2, secret(16));
                insert.setString(3, EMPLOYER_NAME);
                insert.setBytes(
                        4,
                        keys.sealer()
                                .seal(SealedPlace.ofEmployerContact(id), new EmployerContact("", "试用", "").text()));
                insert.setString(5, EmployerState.ACTIVE.name());
                insert.setObject(6, utc(now.plus(VERIFICATION)));
                insert.setBytes(7, keys.lookup().of(LookupPurpose.EMPLOYER_TOKEN, token));
                insert.setObject(8, utc(now));
                insert.setObject(9, utc(now));
                insert.executeUpdate();
            }
            connection.commit();
        }
        PrivateFile.write(file, token + "\n");
    }

    private boolean verify(String token, Instant now) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement select =
                        connection.prepareStatement("select id from employer where token_key = ? for update");
                PreparedStatement update = connection.prepareStatement(
                        "update employer set verified_until = ?, version = version + 1, updated_at = ?"
                                + " where id = ?")) {
            connection.setAutoCommit(false);
            select.setBytes(1, keys.lookup().of(LookupPurpose.EMPLOYER_TOKEN, token));
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    return false;
                }
                long id = rows.getLong(1);
                update.setObject(1, utc(now.plus(VERIFICATION)));
                update.setObject(2, utc(now));
                update.setLong(3, id);
                update.executeUpdate();
                EmployerPosts.touch(connection, List.of(id), now);
            }
            connection.commit();
            return true;
        }
    }

    /** As the service gives out numbers: above the last one given and the highest in use, under the sequence's lock. */
    private static long nextEmployerNumber(Connection connection) throws SQLException {
        try (PreparedStatement sequence = connection.prepareStatement(
                        "select last_number from row_number_sequence where subject = 'EMPLOYER' for update");
                PreparedStatement highest = connection.prepareStatement("select coalesce(max(id), 0) from employer");
                PreparedStatement update = connection.prepareStatement(
                        "update row_number_sequence set last_number = ? where subject = 'EMPLOYER'");
                ResultSet last = sequence.executeQuery();
                ResultSet top = highest.executeQuery()) {
            long number = Math.max(last.next() ? last.getLong(1) : 0, top.next() ? top.getLong(1) : 0) + 1;
            update.setLong(1, number);
            update.executeUpdate();
            return number;
        }
    }

    private String secret(int bytes) {
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private static LocalDateTime utc(Instant time) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(time.toEpochMilli()), ZoneOffset.UTC);
    }
}
