package org.mifeng.api.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mifeng.api.MarketRows;
import org.mifeng.api.TestDatabase;
import org.mifeng.api.indexing.MarketPlace;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.matcher.spi.IndexBatch;
import org.mifeng.matcher.spi.IndexChange;
import org.mifeng.matcher.spi.RowVersion;

class RollingReconcileTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @TempDir
    Path directory = Path.of("target");

    private MarketRows market = new MarketRows(new DatabaseAddress("jdbc:mysql://not-yet", "", ""));
    private TestNode node;

    @BeforeEach
    void aNodeWithSomePosts() throws Exception {
        market = MarketRows.withAnEmployer(TestDatabase.migratedSchema());
        market.insertPosts(1, 20);
        market.insertPosts(5_000, 5_010);
        node = new TestNode("node-1", directory, market.address(), MarketPlace.RENCHENG, () -> NOW);
        node.round();
    }

    @AfterEach
    void stop() {
        node.close();
    }

    private void compareAll() throws SQLException {
        long before = node.reconcile().rounds();
        while (node.reconcile().rounds() == before) {
            node.reconcile().step();
        }
    }

    private List<RowVersion> version(long id) {
        return node.matcher().index().postVersions(id, id);
    }

    @Test
    void nothingIsFoundWhereNothingDiffers() throws Exception {
        market.execute("update job_post set version = 5 where id = 3");
        market.execute(
                "insert into outbox (subject, subject_id, version, created_at) values ('JOB_POST', 3, 5, now(3))");
        compareAll();
        assertThat(node.reconcile().drifted()).as("the change is on its way").isZero();
        node.round();
        compareAll();
        assertThat(node.reconcile().drifted()).isZero();
        assertThat(version(3)).containsExactly(new RowVersion(3, 5));
    }

    @Test
    void aChangeWithoutAnOutboxRowIsFoundMendedAndCounted() throws Exception {
        market.execute("update job_post set state = 'TAKEN_DOWN', version = 1 where id in (2, 5001)");
        compareAll();
        assertThat(node.reconcile().drifted()).isEqualTo(2);
        assertThat(version(2)).containsExactly(new RowVersion(2, 1));
        assertThat(node.matcher().size().openPosts()).isEqualTo(29);
        compareAll();
        assertThat(node.reconcile().drifted()).as("only once").isEqualTo(2);
    }

    @Test
    void rowsThatTheDatabaseDoesNotKnowLeaveTheIndexAndMissingOnesComeIn() throws Exception {
        market.execute("delete from job_post where id in (4, 5010)");
        market.execute("delete from job_post where id = 6");
        node.matcher().replace(new IndexBatch(List.of(new IndexChange.RemoveJobPost(7, 0)), 0));
        compareAll();
        assertThat(node.reconcile().drifted()).isEqualTo(4);
        assertThat(version(4)).isEmpty();
        assertThat(version(5_010)).isEmpty();
        assertThat(version(7)).containsExactly(new RowVersion(7, 0));
    }

    @Test
    void anIndexThatIsAheadOfTheDatabaseGoesBackToIt() throws Exception {
        market.execute("update job_post set version = 9, title = '旧' where id = 8");
        compareAll();
        node.round();
        market.execute("update job_post set version = 3 where id = 8");
        compareAll();
        assertThat(version(8)).containsExactly(new RowVersion(8, 3));
        market.execute("update job_post set version = 4 where id = 8");
        market.execute(
                "insert into outbox (subject, subject_id, version, created_at) values ('JOB_POST', 8, 4, now(3))");
        node.round();
        assertThat(version(8)).as("changes come in as before").containsExactly(new RowVersion(8, 4));
    }

    @Test
    void aRowThatTheEngineRefusesIsSetAsideAndNotCountedAgain() throws Exception {
        market.execute("update job_post set occupation = '8-99-99-99', version = 1 where id = 9");
        compareAll();
        compareAll();
        assertThat(node.reconcile().drifted()).isEqualTo(1);
        assertThat(market.text("select subject_id from outbox_failure")).isEqualTo("9");
    }
}
