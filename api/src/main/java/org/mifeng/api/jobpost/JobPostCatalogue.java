package org.mifeng.api.jobpost;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.hibernate.exception.GenericJDBCException;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.privacy.SealedPlace;
import org.mifeng.api.privacy.Sealer;
import org.mifeng.indexdata.reference.Certificate;
import org.mifeng.indexdata.reference.Certificates;

/**
 * Posts as the public may see them, read from the database: single ones with all their text, and those of a list while
 * the live set (see {@code live}) cannot vouch for itself. Only a post that {@link PostRow#isVisible} leaves here.
 */
@Singleton
public class JobPostCatalogue {
    private final DataSource database;
    private final Sealer sealer;

    JobPostCatalogue(DataSource database, Sealer sealer) {
        this.database = database;
        this.sealer = sealer;
    }

    /**
     * A post that may be shown.
     *
     * @param version of the row
     * @param facts what to show
     */
    public record Shown(long version, JobPostFacts facts) {}

    /**
     * Which of these posts may be shown now.
     *
     * @param ids post numbers, in any order
     * @return by post number; those that may not be shown are missing
     */
    public Map<Long, Shown> visible(Collection<Long> ids, Instant now) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        String places = String.join(", ", Collections.nCopies(ids.size(), "?"));
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        PostRow.SELECT + PostRow.FROM + " where p.id in (" + places + ")")) {
            int place = 0;
            for (long id : ids) {
                query.setLong(++place, id);
            }
            Map<Long, Shown> shown = HashMap.newHashMap(ids.size());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    PostRow post = PostRow.read(rows);
                    if (post.isVisible(now)) {
                        shown.put(post.id(), new Shown(post.version(), post.facts(now)));
                    }
                }
            }
            return shown;
        } catch (SQLException e) {
            throw new GenericJDBCException("cannot read posts", e);
        }
    }

    /** What a single post turned out to be. */
    public sealed interface Found {
        /** Open. */
        record Open(JobPostDetail detail) implements Found {}

        /** It was shown once and no longer is. */
        record Closed() implements Found {}

        /** There is no such post, or nobody has seen it yet. */
        record Unknown() implements Found {}
    }

    /** One post with all its text; the only place that opens its phone. */
    public Found find(String publicId, Instant now) {
        return read(publicId, (post, row) -> switch (post.state()) {
                    case IN_REVIEW, TAKEN_DOWN -> new Found.Unknown();
                    case LIVE -> post.isVisible(now) ? new Found.Open(detail(post, row, now)) : new Found.Closed();
                    case PAUSED, FILLED, EXPIRED -> new Found.Closed();
                })
                .orElseGet(Found.Unknown::new);
    }

    private interface RowReader<T> {
        T read(PostRow post, ResultSet row) throws SQLException;
    }

    private <T> Optional<T> read(String publicId, RowReader<T> reader) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(PostRow.SELECT
                        + ", p.body, p.certificates, p.phone_sealed" + PostRow.FROM + " where p.public_id = ?")) {
            query.setString(1, publicId);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(reader.read(PostRow.read(row), row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new GenericJDBCException("cannot read a post", e);
        }
    }

    private JobPostDetail detail(PostRow post, ResultSet row, Instant now) throws SQLException {
        byte @Nullable [] sealed = row.getBytes("phone_sealed");
        return new JobPostDetail(
                post.facts(now),
                row.getString("body"),
                sealed == null ? null : sealer.open(SealedPlace.ofJobPostPhone(post.id()), sealed),
                certificates(row.getLong("certificates")));
    }

    private static List<String> certificates(long bits) {
        return Certificates.in(bits).stream().map(Certificate::name).toList();
    }
}
