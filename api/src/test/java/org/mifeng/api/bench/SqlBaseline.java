package org.mifeng.api.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.ranking.RankingQuery;

/**
 * The same question as an application without an engine would put it: one statement that filters, measures the way,
 * looks for the words with LIKE, adds up and sorts. Its lists resemble ours but are not compared: LIKE knows no BM25.
 */
final class SqlBaseline implements AutoCloseable {
    private static final double METRES_PER_DEGREE = 111_195;

    private final Connection connection;

    SqlBaseline(Connection connection) {
        this.connection = connection;
    }

    List<Long> best(RankingQuery query) throws SQLException {
        Seeker.Wish wish = query.request().wish();
        List<Object> values = new ArrayList<>();
        StringBuilder score = new StringBuilder("0");
        if (!wish.occupations().isEmpty()) {
            score.append(" + 0.34 * greatest(");
            for (int i = 0; i < wish.occupations().size(); i++) {
                OccupationCode code = wish.occupations().get(i);
                score.append(i > 0 ? ", " : "")
                        .append("case when occupation = ? then 1 when occupation like ? then 0.7")
                        .append(" when occupation like ? then 0.45 when occupation like ? then 0.2 else 0 end");
                values.addAll(List.of(code.value(), code.minor() + "%", code.middle() + "%", code.major() + "%"));
            }
            score.append(wish.occupations().size() == 1 ? ", 0)" : ")");
        }
        for (String term : query.terms()) {
            score.append(" + 0.02 * (title like ?) + 0.01 * (body like ?)");
            values.addAll(List.of("%" + term + "%", "%" + term + "%"));
        }
        String metres = String.format(
                Locale.ROOT,
                "sqrt(pow((latitude - %f) * %f, 2) + pow((longitude - %f) * %f, 2))",
                wish.start().latitude(),
                METRES_PER_DEGREE,
                wish.start().longitude(),
                METRES_PER_DEGREE * Math.cos(Math.toRadians(wish.start().latitude())));
        int half = wish.travel().halfDistanceMetres();
        score.append(" + 0.22 * ")
                .append(half)
                .append(" / (")
                .append(half)
                .append(" + ")
                .append(metres)
                .append(')');
        score.append(" + 0.14 * pay_amount_fen / (pay_amount_fen + 20000)");
        for (Settlement settlement : wish.settlements()) {
            score.append(" + 0.08 * (settlement = ?)");
            values.add(settlement.name());
        }
        score.append(" + 0.08 * 3 / (3 + timestampdiff(second, confirmed_at, from_unixtime(?)) / 86400)");
        values.add(query.nowSecond());
        String sql = "select id, " + score + " as score from job_post where state = 'LIVE' and openings_left > 0"
                + " and valid_until > from_unixtime(?) and certificates & ~? = 0"
                + " and (slots = 0 or if(shift_fixed, slots & ~? = 0, slots & ? <> 0))"
                + " and (" + metres + " <= ? or benefits & 6 <> 0) order by score desc, id limit ?";
        values.addAll(List.of(
                query.nowSecond(),
                wish.certificates(),
                wish.slots().bits(),
                wish.slots().bits(),
                wish.maxDistanceMetres(),
                query.request().limit()));
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
        connection.close();
    }
}
