package org.mifeng.api.bulkload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mifeng.api.TestDatabase;
import org.mifeng.api.launch.DatabaseAddress;

class BulkLoadTest {
    private static final BulkLoad<Integer> LOAD = new BulkLoad<>(
            "sample",
            List.of("id", "name", "secret", "amount", "missing"),
            (number, row) -> row.number(number)
                    .text("名\t字\n\\N " + number)
                    .bytes(allBytes(number))
                    .number(number / 8.0)
                    .bytes(null)
                    .endRow());

    private final DatabaseAddress database = TestDatabase.emptySchema();
    private final ExecutorService workers = Executors.newFixedThreadPool(2);

    private static byte[] allBytes(int from) {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i + from);
        }
        return bytes;
    }

    @BeforeEach
    void createTable() throws SQLException {
        execute("create table sample (id bigint primary key, name varchar(50) not null, secret varbinary(300),"
                + " amount double not null, missing int null, unique key sample_name (name))");
    }

    @AfterEach
    void stopWorkers() {
        workers.shutdownNow();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Iterator<Supplier<List<Integer>>> chunks(int rows) {
        List<Supplier<List<Integer>>> chunks = new ArrayList<>();
        for (int from = 1; from <= rows; from += 100) {
            int first = from;
            chunks.add(() -> IntStream.rangeClosed(first, Math.min(rows, first + 99))
                    .boxed()
                    .toList());
        }
        return chunks.iterator();
    }

    private long count() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from sample")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void everyByteAndEverySignArrivesAsItWas() throws SQLException {
        AtomicLong told = new AtomicLong();
        long loaded = LOAD.run(database, chunks(2_345), workers, told::addAndGet);
        assertThat(loaded).isEqualTo(2_345);
        assertThat(told).hasValue(2_345);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from sample order by id")) {
            int number = 0;
            while (row.next()) {
                number++;
                assertThat(row.getInt("id")).isEqualTo(number);
                assertThat(row.getString("name")).isEqualTo("名\t字\n\\N " + number);
                assertThat(row.getBytes("secret")).isEqualTo(allBytes(number));
                assertThat(row.getDouble("amount")).isEqualTo(number / 8.0);
                assertThat(row.getObject("missing")).isNull();
            }
            assertThat(number).isEqualTo(2_345);
        }
    }

    @Test
    void aRecordThatCannotBeWrittenLeavesNothingBehind() throws SQLException {
        BulkLoad<Integer> broken = new BulkLoad<>("sample", List.of("id", "name", "amount"), (number, row) -> {
            if (number == 777) {
                throw new IllegalStateException("no row for this one");
            }
            row.number(number).text("n" + number).number(1).endRow();
        });
        assertThatThrownBy(() -> broken.run(database, chunks(2_000), workers, rows -> {}))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("sample");
        assertThat(count()).isZero();
    }

    @Test
    void aValueThatTheColumnDoesNotHoldIsRefusedNotCutShort() throws SQLException {
        BulkLoad<Integer> broken = new BulkLoad<>(
                "sample",
                List.of("id", "name", "amount"),
                (number, row) -> row.number(number)
                        .text(number == 50 ? "长".repeat(51) : "n" + number)
                        .number(1)
                        .endRow());
        assertThatThrownBy(() -> broken.run(database, chunks(100), workers, rows -> {}))
                .isInstanceOf(SQLException.class);
        assertThat(count()).isZero();
    }

    @Test
    void aDuplicateIsRefused() throws SQLException {
        BulkLoad<Integer> broken = new BulkLoad<>(
                "sample",
                List.of("id", "name", "amount"),
                (number, row) -> row.number(number)
                        .text(number == 50 ? "n49" : "n" + number)
                        .number(1)
                        .endRow());
        assertThatThrownBy(() -> broken.run(database, chunks(100), workers, rows -> {}))
                .isInstanceOf(SQLException.class);
        assertThat(count()).isZero();
    }

    @Test
    void onlyTheConnectionOfTheLoadMaySendAStream() {
        assertThatThrownBy(() -> execute("load data local infile 'pom.xml' into table sample"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void theFormatEscapesWhatWouldEndAFieldOrARow() {
        LoadRows rows = new LoadRows(1);
        rows.bytes(HexFormat.of().parseHex("09000a5c41")).bytes(null).flag(true).endRow();
        assertThat(new String(rows.toBytes(), StandardCharsets.ISO_8859_1)).isEqualTo("\\t\\0\\n\\\\A\t\\N\t1\n");
    }
}
