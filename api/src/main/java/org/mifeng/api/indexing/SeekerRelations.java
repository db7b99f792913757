package org.mifeng.api.indexing;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mifeng.matcher.Background;
import org.mifeng.matcher.HelpGroup;

/**
 * What one seeker said of employers and posts: rows of {@code seeker_relation}, in any order.
 *
 * @param all of one seeker
 */
public record SeekerRelations(List<Relation> all) {
    /** Nothing was said. */
    public static final SeekerRelations NONE = new SeekerRelations(List.of());

    /** Selects what {@link #read} needs; append a condition. */
    static final String SELECT = "select r.seeker_id, r.kind, r.target_id, r.created_at from seeker_relation r";

    /** The seeker's number in {@link #SELECT}. */
    static final String SEEKER = "r.seeker_id";

    private static final Comparator<Relation> NEWEST_FIRST =
            Comparator.comparing(Relation::saidAt).reversed().thenComparing(Relation::target);

    /** Copies the list. */
    public SeekerRelations {
        all = List.copyOf(all);
    }

    /** What a seeker can say. The names are stored. */
    public enum Kind {
        /** Worked for this employer and wants to again. */
        WANTED_EMPLOYER,
        /** Does not want to see this employer's posts. */
        BLOCKED_EMPLOYER,
        /** Put this post aside. */
        DISMISSED_POST
    }

    /**
     * One thing that was said.
     *
     * @param kind what
     * @param target number of the employer or post
     * @param saidAt when, in UTC
     */
    public record Relation(Kind kind, long target, LocalDateTime saidAt) {}

    /** What this seeker said. */
    public static SeekerRelations of(Connection connection, long seeker) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SELECT + " where " + SEEKER + " = ?")) {
            query.setLong(1, seeker);
            try (ResultSet rows = query.executeQuery()) {
                List<Relation> relations = new ArrayList<>();
                while (rows.next()) {
                    relations.add(read(rows));
                }
                return new SeekerRelations(relations);
            }
        }
    }

    /** The row the cursor stands on. */
    static Relation read(ResultSet row) throws SQLException {
        return new Relation(Kind.valueOf(row.getString(2)), row.getLong(3), row.getObject(4, LocalDateTime.class));
    }

    /** These and one more. */
    SeekerRelations and(Relation one) {
        List<Relation> more = new ArrayList<>(all);
        more.add(one);
        return new SeekerRelations(more);
    }

    /**
     * As the engine sees it. Of more than {@value Background#MOST} of a kind the newest count.
     *
     * @param helpGroups of the seeker
     */
    public Background background(Set<HelpGroup> helpGroups) {
        return new Background(
                helpGroups,
                targets(Kind.WANTED_EMPLOYER),
                targets(Kind.BLOCKED_EMPLOYER),
                targets(Kind.DISMISSED_POST));
    }

    private Set<Long> targets(Kind kind) {
        if (all.isEmpty()) {
            return Set.of(); // nearly every seeker's, and a full build reads them all
        }
        return all.stream()
                .filter(relation -> relation.kind() == kind)
                .sorted(NEWEST_FIRST)
                .limit(Background.MOST)
                .map(Relation::target)
                .collect(Collectors.toUnmodifiableSet());
    }
}
