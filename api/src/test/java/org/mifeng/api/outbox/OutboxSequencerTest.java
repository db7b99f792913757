package org.mifeng.api.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mifeng.api.TestDatabase;
import org.mifeng.api.launch.DatabaseAddress;

class OutboxSequencerTest {
    private static final int WRITERS = 32;
    private static final int ROWS_EACH = 20;

    private static DatabaseAddress database = new DatabaseAddress("jdbc:mysql://not-yet", "", "");

    @BeforeAll
    static void schema() {
        database = TestDatabase.migratedSchema();
    }

    /** Writes rows in transactions that stay open for a random while; every fifth rolls back. */
    private static Set<Long> write(long writer) throws SQLException, InterruptedException {
        Random random = new Random(writer);
        Set<Long> committed = new HashSet<>();
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < ROWS_EACH; i++) {
                long subject = writer * 1_000 + i;
                insert(connection, subject);
                TimeUnit.MILLISECONDS.sleep(random.nextInt(30));
                if (random.nextInt(5) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                    committed.add(subject);
                }
            }
        }
        return committed;
    }

    private static void insert(Connection connection, long subject) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into outbox (subject, subject_id, version, created_at) values ('JOB_POST', ?, 0, now(3))")) {
            insert.setLong(1, subject);
            insert.executeUpdate();
        }
    }

    /** Reads as a tailer does: only behind the last position seen. */
    private static List<Long> readBehind(Connection connection, long position, List<Long> positions)
            throws SQLException {
        List<Long> subjects = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select position, subject_id from outbox where position > ? order by position limit 50")) {
            query.setLong(1, position);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    positions.add(rows.getLong(1));
                    subjects.add(rows.getLong(2));
                }
            }
        }
        return subjects;
    }

    @Test
    @Timeout(60)
    void noReaderMissesARowOfASlowTransactionAmong32Writers() throws Exception {
        CountDownLatch written = new CountDownLatch(WRITERS);
        Set<Long> committed = ConcurrentHashMap.newKeySet();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<Future<?>> writers = new ArrayList<>();
            for (long writer = 1; writer <= WRITERS; writer++) {
                long number = writer;
                writers.add(threads.submit(() -> {
                    committed.addAll(write(number));
                    written.countDown();
                    return null;
                }));
            }
            List<Future<List<Long>>> readers = new ArrayList<>();
            for (int node = 0; node < 3; node++) {
                readers.add(threads.submit(() -> follow(written)));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            for (Future<List<Long>> reader : readers) {
                List<Long> seen = reader.get();
                assertThat(seen).doesNotHaveDuplicates();
                assertThat(new HashSet<>(seen)).isEqualTo(committed);
            }
        }
        try (Connection connection = database.connect()) {
            List<Long> positions = new ArrayList<>();
            long last = 0;
            while (!readBehind(connection, last, positions).isEmpty()) {
                last = positions.getLast();
            }
            assertThat(positions).as("positions have no gap").hasSize(committed.size());
            assertThat(positions.getLast() - positions.getFirst() + 1).isEqualTo(committed.size());
            assertThat(OutboxPositions.read(connection).last()).isEqualTo(positions.getLast());
        }
    }

    /** One node: places and reads in turn, until all is written and nothing is left. */
    private static List<Long> follow(CountDownLatch written) throws SQLException {
        List<Long> seen = new ArrayList<>();
        List<Long> positions = new ArrayList<>(List.of(0L));
        try (Connection connection = database.connect()) {
            while (true) {
                boolean finished = written.getCount() == 0;
                int placed = OutboxSequencer.place(connection);
                List<Long> read = readBehind(connection, positions.getLast(), positions);
                seen.addAll(read);
                if (finished && placed == 0 && read.isEmpty()) {
                    return seen;
                }
            }
        }
    }

    @Test
    void aRowWithALowerIdThatCommitsLaterComesAfterwards() throws SQLException {
        database = TestDatabase.migratedSchema();
        try (Connection slow = database.connect();
                Connection quick = database.connect();
                Connection reader = database.connect()) {
            slow.setAutoCommit(false);
            insert(slow, 1);
            insert(quick, 2);
            List<Long> positions = new ArrayList<>(List.of(0L));
            OutboxSequencer.place(reader);
            assertThat(readBehind(reader, positions.getLast(), positions)).containsExactly(2L);
            slow.commit();
            OutboxSequencer.place(reader);
            assertThat(readBehind(reader, positions.getLast(), positions)).containsExactly(1L);
        }
    }
}
