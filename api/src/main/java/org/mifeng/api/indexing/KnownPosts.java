package org.mifeng.api.indexing;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.hibernate.exception.GenericJDBCException;
import org.mifeng.matcher.JobPost;

/** Single posts as the engine sees them, open or not: what a question about one post starts from. */
@Singleton
public class KnownPosts {
    private final DataSource database;

    KnownPosts(DataSource database) {
        this.database = database;
    }

    /** The post, if the public ever saw it: also one that is filled or expired, but none in review or taken down (P14). */
    public Optional<JobPost> find(String publicId) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(
                        JobPostRows.SELECT + " where p.public_id = ? and p.state not in ('IN_REVIEW', 'TAKEN_DOWN')")) {
            query.setString(1, publicId);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(JobPostRows.read(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new GenericJDBCException("cannot read a post", e);
        }
    }
}
