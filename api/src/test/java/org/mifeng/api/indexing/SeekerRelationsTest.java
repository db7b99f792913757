package org.mifeng.api.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mifeng.api.TestDatabase;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.matcher.Background;
import org.mifeng.matcher.HelpGroup;

class SeekerRelationsTest {
    private static final LocalDateTime THEN = LocalDateTime.parse("2026-11-20T08:00:00");

    @Test
    void whatWasSaidBecomesTheBackground() {
        Background background = new SeekerRelations(List.of(
                        new SeekerRelations.Relation(SeekerRelations.Kind.WANTED_EMPLOYER, 3, THEN),
                        new SeekerRelations.Relation(SeekerRelations.Kind.BLOCKED_EMPLOYER, 4, THEN),
                        new SeekerRelations.Relation(SeekerRelations.Kind.DISMISSED_POST, 3, THEN)))
                .background(Set.of(HelpGroup.DISABLED));
        assertThat(background)
                .isEqualTo(new Background(Set.of(HelpGroup.DISABLED), Set.of(3L), Set.of(4L), Set.of(3L)));
    }

    @Test
    void ofTooManyTheNewestCount() {
        List<SeekerRelations.Relation> relations = new ArrayList<>();
        for (int i = 1; i <= Background.MOST + 1; i++) {
            relations.add(new SeekerRelations.Relation(SeekerRelations.Kind.DISMISSED_POST, i, THEN.plusMinutes(i)));
        }
        assertThat(new SeekerRelations(relations).background(Set.of()).dismissedPosts())
                .hasSize(Background.MOST)
                .doesNotContain(1L)
                .contains(2L, Background.MOST + 1L);
    }

    @Test
    void aStreamGivesEachSeekerItsOwn() throws SQLException {
        DatabaseAddress database = TestDatabase.migratedSchema();
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into seeker_relation (seeker_id, kind, target_id, created_at) values (?, ?, ?, ?)")) {
            for (long[] relation : new long[][] {{5, 50}, {2, 20}, {5, 51}, {9, 90}}) {
                insert.setLong(1, relation[0]);
                insert.setString(2, SeekerRelations.Kind.BLOCKED_EMPLOYER.name());
                insert.setLong(3, relation[1]);
                insert.setObject(4, THEN);
                insert.executeUpdate();
            }
        }
        try (SeekerRelationStream stream = new SeekerRelationStream(database)) {
            assertThat(blocked(stream, 1)).isEmpty();
            assertThat(blocked(stream, 2)).containsExactly(20L);
            assertThat(blocked(stream, 4)).isEmpty();
            assertThat(blocked(stream, 5)).containsExactlyInAnyOrder(50L, 51L);
            assertThat(blocked(stream, 10)).as("nine was passed over").isEmpty();
        }
    }

    private static Set<Long> blocked(SeekerRelationStream stream, long seeker) throws SQLException {
        return stream.of(seeker).background(Set.of()).blockedEmployers();
    }
}
