package org.mifeng.api.bench;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.ranking.SeekerQuery;
import org.mifeng.matcher.text.ChineseAnalyzer;

/**
 * Who suits a post, as an application without an engine would ask: one statement that filters, measures the way, looks
 * for the title's words with LIKE, adds up and sorts. Its lists resemble ours but are not compared.
 */
final class SeekerSqlBaseline implements AutoCloseable {
    private static final double METRES_PER_DEGREE = 111_195;

    private final Connection connection;
    private final ChineseAnalyzer analyzer = new ChineseAnalyzer();

    SeekerSqlBaseline(Connection connection) {
        this.connection = connection;
    }

    List<Long> best(SeekerQuery query) throws SQLException {
        JobPost post = query.request().post();
        OccupationCode code = post.occupation();
        List<Object> values = new ArrayList<>();
        StringBuilder score =
                new StringBuilder("0.3 * case when wish_occupations = '' or wish_occupations like ? then 1"
                        + " when wish_occupations like ? then 0.7 when wish_occupations like ? then 0.45"
                        + " when concat(' ', wish_occupations) like ? then 0.2 else 0 end");
        values.addAll(List.of(
                "%" + code.value() + "%",
                "%" + code.minor() + "%",
                "%" + code.middle() + "%",
                "% " + code.major() + "-%"));
        for (String term : analyzer.terms(post.title())) {
            score.append(" + 0.02 * (wish_text like ?)");
            values.add("%" + term + "%");
        }
        String metres = String.format(
                Locale.ROOT,
                "sqrt(pow((latitude - %f) * %f, 2) + pow((longitude - %f) * %f, 2))",
                post.place().latitude(),
                METRES_PER_DEGREE,
                post.place().longitude(),
                METRES_PER_DEGREE * Math.cos(Math.toRadians(post.place().latitude())));
        String half = "case travel when 'WALK' then 1000 when 'E_BIKE' then 3000 else 8000 end";
        score.append(" + 0.2 * " + half + " / (" + half + " + " + metres + ")");
        score.append(" + 0.13 * ? / (? + greatest(floor_fen_per_hour, 1500))");
        values.addAll(List.of(post.pay().fenPerHour(), post.pay().fenPerHour()));
        score.append(" + 0.06 * (settlements = 0 or settlements & ? <> 0)");
        values.add(1 << post.settlement().ordinal());
        String sql = "select id, " + score + " as score from seeker where state = 'ACTIVE'"
                + " and certificates & ? = ? and birth_date <= ? and birth_date > ?"
                + (post.slots().bits() == 0 ? "" : post.shiftFixed() ? " and slots & ? = ?" : " and slots & ? <> 0")
                + " and (not floor_is_must or floor_fen_per_hour <= ?)"
                + " and id not in (select seeker_id from seeker_relation"
                + " where kind = 'BLOCKED_EMPLOYER' and target_id = ?)"
                + (post.liftsDistanceLimit() ? "" : " and " + metres + " <= max_distance_metres")
                + " order by score desc, id limit ?";
        LocalDate today = LocalDate.ofInstant(query.request().now(), ZoneId.of("Asia/Shanghai"));
        int least = Math.max(post.minAge(), post.hazardousOrUnknown() ? 18 : 16);
        values.addAll(List.of(
                post.certificates(),
                post.certificates(),
                Date.valueOf(today.minusYears(least)),
                Date.valueOf(today.minusYears(post.maxAge() + 1L))));
        if (post.slots().bits() != 0) {
            values.add(post.slots().bits());
            if (post.shiftFixed()) {
                values.add(post.slots().bits());
            }
        }
        values.add(post.pay().fenPerHour());
        values.add(post.employerId());
        values.add(query.request().limit());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            List<Long> ids = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
            return ids;
        }
    }

    @Override
    public void close() throws SQLException {
        analyzer.close();
        connection.close();
    }
}
