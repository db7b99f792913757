package org.mifeng.api.service;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.mifeng.api.outbox.EmployerPosts;
import org.mifeng.api.privacy.LookupKey;
import org.mifeng.api.privacy.LookupPurpose;
import org.mifeng.indexdata.bulk.EmployerState;
import org.mifeng.indexdata.bulk.IdNumber;

/** What a market has before a test begins: employers with tokens, enrolment codes, seekers who agreed to be kept. */
@Singleton
public class Market {
    /** Loading and carrying. */
    public static final String LOADING = "4-02-05-01";

    /** Middle of a town in 任城区. */
    public static final double LATITUDE = 35.41;

    /** Middle of a town in 任城区. */
    public static final double LONGITUDE = 116.58;

    private static final AtomicLong NEXT = new AtomicLong(1_000);

    private final DataSource database;
    private final LookupKey lookup;

    @Inject
    Market(DataSource database, LookupKey lookup) {
        this.database = database;
        this.lookup = lookup;
    }

    /** A new verified employer's token. */
    public String employerToken() {
        return employerToken(EmployerState.ACTIVE, Instant.now().plus(30, ChronoUnit.DAYS));
    }

    /** A new employer's token. */
    public String employerToken(EmployerState state, Instant verifiedUntil) {
        long id = NEXT.incrementAndGet();
        String token = "test-token-" + id;
        write(
                "insert into employer (id, public_id, name, state, verified_until, token_key, created_at, updated_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                publicId(id),
                "济宁测试用工 " + id,
                state.name(),
                utc(verifiedUntil),
                lookup.of(LookupPurpose.EMPLOYER_TOKEN, token),
                utc(Instant.now()),
                utc(Instant.now()));
        return token;
    }

    /** Stops the employer of a post, as staff would. */
    public void suspendEmployerOf(String jobPostId) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            execute(
                    connection,
                    "update employer set state = ? where id = (select employer_id from job_post where public_id = ?)",
                    EmployerState.SUSPENDED.name(),
                    jobPostId);
            try (PreparedStatement query =
                    connection.prepareStatement("select employer_id from job_post where public_id = ?")) {
                query.setString(1, jobPostId);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    EmployerPosts.touch(connection, List.of(row.getLong(1)), Instant.now());
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Changes a post as another node would: the row's next version and its outbox row commit together.
     *
     * @param assignment in SQL
     */
    public void change(String jobPostId, String assignment) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            execute(
                    connection,
                    "update job_post set version = version + 1, " + assignment + " where public_id = ?",
                    jobPostId);
            execute(
                    connection,
                    "insert into outbox (subject, subject_id, version, created_at)"
                            + " select 'JOB_POST', id, version, now(3) from job_post where public_id = ?",
                    jobPostId);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A code that staff gave out. */
    public String enrolmentCode(Instant expiresAt) {
        String code = "CODE-" + NEXT.incrementAndGet();
        write(
                "insert into kiosk_enrolment (code_key, name, latitude, longitude, expires_at) values (?, ?, ?, ?, ?)",
                lookup.of(LookupPurpose.ENROLMENT_CODE, code),
                "测试求职机",
                LATITUDE,
                LONGITUDE,
                utc(expiresAt));
        return code;
    }

    /** The seeker no longer agrees to be kept. */
    public void takesConsentBack(IdNumber number) {
        write(
                "update seeker set consented_at = null where id_number_key = ?",
                lookup.of(LookupPurpose.ID_NUMBER, number.value()));
    }

    /** Takes a kiosk out of service. */
    public void revokeKiosk(String kioskId) {
        write("update kiosk set state = 'REVOKED' where public_id = ?", kioskId);
    }

    /** A seeker who agreed to be kept and wants loading work. */
    public void seekerWantsLoading(IdNumber number) {
        long id = NEXT.incrementAndGet();
        write(
                "insert into seeker (id, public_id, id_number_key, state, birth_date, wish_occupations, wish_text,"
                        + " latitude, longitude, travel, max_distance_metres, slots, settlements, floor_fen_per_hour,"
                        + " floor_is_must, certificates, consented_at, created_at, updated_at)"
                        + " values (?, ?, ?, 'ACTIVE', ?, ?, '', ?, ?, 'E_BIKE', 15000, 268435455, 1, 0, false, 0, ?, ?, ?)",
                id,
                publicId(id),
                lookup.of(LookupPurpose.ID_NUMBER, number.value()),
                number.birthDate(),
                LOADING,
                LATITUDE + 0.02,
                LONGITUDE,
                utc(Instant.now()),
                utc(Instant.now()),
                utc(Instant.now()));
        write(
                "insert into outbox (subject, subject_id, version, created_at) values ('SEEKER', ?, 0, ?)",
                id,
                utc(Instant.now()));
    }

    /** The seeker does not want to see the employer of this post again. */
    public void blocksEmployerOf(IdNumber number, String jobPostId) {
        write(
                "insert into seeker_relation (seeker_id, kind, target_id, created_at)"
                        + " select s.id, 'BLOCKED_EMPLOYER', p.employer_id, now(3) from seeker s, job_post p"
                        + " where s.id_number_key = ? and p.public_id = ?",
                lookup.of(LookupPurpose.ID_NUMBER, number.value()),
                jobPostId);
    }

    /** The seeker starts 70 km from all posts of tests. */
    public void livesFarAway(IdNumber number) {
        write(
                "update seeker set latitude = ? where id_number_key = ?",
                LATITUDE + 0.6,
                lookup.of(LookupPurpose.ID_NUMBER, number.value()));
    }

    private static String publicId(long id) {
        return "test%018d".formatted(id);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    /** How many rows a table has. */
    public long count(String table) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select count(*) from " + table);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Changes rows behind the service's back. */
    public void write(String sql, Object... values) {
        try (Connection connection = database.getConnection()) {
            execute(connection, sql, values);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    /** A lawful post for loading work, as JSON properties. */
    public static Map<String, Object> loadingWork() {
        Map<String, Object> post = new LinkedHashMap<>();
        post.put("title", "装卸工 日结");
        post.put("body", "在物流园装卸货物，包午饭，有班车接送。");
        post.put("occupation", LOADING);
        post.put("place", Map.of("latitude", LATITUDE, "longitude", LONGITUDE, "address", "车站西路 12 号"));
        post.put("pay", new HashMap<>(Map.of("amountFen", 26_000, "unit", "DAY", "hoursPerDay", 8)));
        post.put("settlement", "DAILY");
        post.put("slots", (1 << 28) - 1);
        post.put("shiftFixed", false);
        post.put("openings", 5);
        post.put("certificates", new ArrayList<>());
        post.put("benefits", new ArrayList<>(List.of("MEALS")));
        post.put("hazards", new ArrayList<>());
        post.put("startsOn", LocalDate.now(ZoneOffset.ofHours(8)).plusDays(1).toString());
        post.put("validUntil", Instant.now().plus(7, ChronoUnit.DAYS).toString());
        post.put("phone", "0537-2000001");
        return post;
    }

    /** Posts. */
    public static Response post(String token, Map<String, Object> post) {
        return given().header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body(post)
                .post("/api/v1/job-posts");
    }

    /** Posts what is lawful and gives its id. */
    public static String posted(String token, Map<String, Object> post) {
        return post(token, post).then().statusCode(201).extract().path("id");
    }

    /** Closes one that is live. */
    public static void close(String token, String id) {
        given().header("Authorization", "Bearer " + token)
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "FILLED"))
                .post("/api/v1/job-posts/" + id + "/close")
                .then()
                .statusCode(200);
    }

    /** What a grown-up with time and an e-bike asks. */
    public static Map<String, Object> profile() {
        Map<String, Object> profile = new LinkedHashMap<>();
        profile.put("occupations", List.of(LOADING));
        profile.put("near", Map.of("latitude", LATITUDE, "longitude", LONGITUDE));
        profile.put("ageYears", 45);
        return profile;
    }

    /** Asks for matches. */
    public static Response match(Map<String, Object> profile) {
        return given().contentType(ContentType.JSON).body(profile).post("/api/v1/matches");
    }

    /** The ids of the jobs on the first pages, at most 50. */
    public static List<String> matchedIds(Map<String, Object> profile) {
        Map<String, Object> many = new LinkedHashMap<>(profile);
        many.put("limit", 50);
        return match(many).then().statusCode(200).extract().path("jobs.id");
    }
}
