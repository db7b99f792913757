package org.mifeng.api;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.mifeng.api.launch.DatabaseAddress;

/**
 * Rows of a small market, written as a feature would: each with its outbox row, in one transaction.
 *
 * @param address of a migrated schema
 */
public record MarketRows(DatabaseAddress address) {
    private static final List<String> WORK = List.of("装卸 搬运", "保洁 擦玻璃", "分拣 快递", "摘苹果", "贴瓷砖", "后厨 帮工");

    /** A market with one verified employer, number 1. */
    public static MarketRows withAnEmployer(DatabaseAddress address) throws SQLException {
        MarketRows market = new MarketRows(address);
        market.execute("insert into employer (id, public_id, name, state, verified_until, created_at, updated_at)"
                + " values (1, 'employer', '示例', 'ACTIVE', '2027-03-01', '2026-11-20', '2026-11-20')");
        return market;
    }

    /** Changes rows behind everybody's back. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** The first column of the first row; empty if there is none. */
    public String text(String query) throws SQLException {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    /** Posts with these numbers, open, of varied words. */
    public void insertPosts(int first, int last) throws SQLException {
        try (Connection connection = address.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into job_post (id, public_id, version, employer_id, state, occupation, title, body,"
                                + " latitude, longitude, town_code, address, pay_amount_fen, pay_unit, hours_per_day,"
                                + " settlement, slots, shift_fixed, openings, openings_left, certificates, benefits,"
                                + " hazards, hazards_known, min_age, max_age, confirmed_at, valid_until, created_at,"
                                + " updated_at) values (?, ?, 0, 1, 'LIVE', '4-02-05-01', ?, ?, 35.41, 116.58,"
                                + " '370811002', '路', 20000, 'DAY', 8, 'DAILY', 268435455, false, 3, 3, 0, 0, 0, true,"
                                + " 16, 120, '2026-11-20', '2027-01-01', '2026-11-20', '2026-11-20')");
                PreparedStatement note = connection.prepareStatement("insert into outbox (subject, subject_id,"
                        + " version, created_at) values ('JOB_POST', ?, 0, now(3))")) {
            connection.setAutoCommit(false);
            for (int id = first; id <= last; id++) {
                insert.setLong(1, id);
                insert.setString(2, "test%018d".formatted(id));
                insert.setString(3, WORK.get(id % WORK.size()));
                insert.setString(4, WORK.get(id * 7 % 5) + " " + WORK.get(id * 3 % 4));
                insert.executeUpdate();
                note.setLong(1, id);
                note.executeUpdate();
            }
            connection.commit();
        }
    }
}
