package org.mifeng.indexdata.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NdjsonFaultsTest {
    private static final String GOOD =
            "{\"id\":1,\"publicId\":\"AAAAAAAAAAAAAAAAAAAAAA\",\"name\":\"机密示例公司\",\"contactName\":\"机密\","
                    + "\"phone\":\"0537-0000001\",\"state\":\"ACTIVE\",\"createdAt\":\"2026-01-01T00:00:00Z\",\"updatedAt\":\"2026-01-01T00:00:00Z\"}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "\"id\":1 # \"id\":\"机密\" # id # must be a whole number",
                "\"id\":1 # \"id\":1.5 # id # must be a whole number",
                "\"id\":1 # \"id\":99999999999999999999 # id # must be a whole number",
                "\"id\":1 # \"id\":null # id # must be given",
                "\"id\":1 # \"id\":-7 # id # must be positive",
                "\"state\":\"ACTIVE\" # \"state\":\"机密\" # state # must be one of REGISTERED, ACTIVE, SUSPENDED",
                "\"phone\":\"0537-0000001\" # \"phone\":\"机密机密\" # phone # must be digits, spaces and hyphens",
                "\"phone\":\"0537-0000001\" # \"phone\":[\"机密\"] # phone # must be a string",
                "\"phone\":\"0537-0000001\" # \"id\":2 # id # must stand once",
                "\"createdAt\":\"2026-01-01T00:00:00Z\" # \"createdAt\":\"机密\" # createdAt # must be a time such as 2026-11-21T08:00:00Z",
                "\"name\":\"机密示例公司\" # \"机密\":\"机密\" # ~~ # line must have no unknown field",
                "} # ~~ # ~~ # line must be one JSON object in UTF-8",
                "} # }{} # ~~ # line must be one JSON object",
                "\"name\":\"机密示例公司\" # \"name\":\"\\uD800\" # name # must be well-formed text",
            })
    void aFaultNamesLineFieldAndRuleAndNoValue(String part, String broken, String field, String rule)
            throws IOException {
        String line = GOOD.replace(part, broken);
        List<BulkRow<EmployerRecord>> rows = rows(GOOD + "\n\n" + line + "\n" + GOOD);
        assertThat(rows).hasSize(3);
        assertThat(rows.get(0)).isInstanceOf(BulkRow.Good.class);
        assertThat(rows.get(1)).isEqualTo(new BulkRow.Bad<EmployerRecord>(3, field, rule));
        assertThat(rows.get(1).toString()).doesNotContain("机密");
        assertThat(rows.get(2)).isInstanceOf(BulkRow.Good.class);
    }

    @Test
    void theFirstFaultStopsWhoAsksForRecordsOnly() throws IOException {
        try (BulkReader<EmployerRecord> reader = reader((GOOD + "\n{}\n").getBytes(StandardCharsets.UTF_8))) {
            assertThatThrownBy(() -> reader.records().toList())
                    .isInstanceOf(BulkFormatException.class)
                    .hasMessage("line 2: id must be given")
                    .hasNoCause();
        }
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsDoNoHarm() throws IOException {
        assertThat(rows("\uFEFF" + GOOD + "\r\n" + GOOD + "\r\n")).hasSize(2).allMatch(BulkRow.Good.class::isInstance);
    }

    @Test
    void aLineOfAnyLengthIsSkippedWithoutFillingTheMemory() throws IOException {
        for (int length : new int[] {LineBytes.LONGEST + 1, 2 * LineBytes.LONGEST, 5 * LineBytes.LONGEST + 3}) {
            List<BulkRow<EmployerRecord>> rows = rows(GOOD + "\n" + "x".repeat(length) + "\n" + GOOD);
            assertThat(rows).hasSize(3);
            assertThat(rows.get(1)).isEqualTo(new BulkRow.Bad<>(2, "", "line must have at most 1048576 bytes"));
            assertThat(rows.get(2).line()).isEqualTo(3);
        }
    }

    @Test
    void bytesThatAreNotUtf8SpoilOnlyTheirLine() throws IOException {
        byte[] bytes = (GOOD.replace("机密示例公司", "?") + "\n" + GOOD).getBytes(StandardCharsets.UTF_8);
        bytes[GOOD.indexOf("机密")] = (byte) 0xFF;
        try (BulkReader<EmployerRecord> reader = reader(bytes)) {
            assertThat(reader.rows().toList())
                    .satisfiesExactly(
                            bad -> assertThat(bad)
                                    .isEqualTo(new BulkRow.Bad<>(1, "", "line must be one JSON object in UTF-8")),
                            good -> assertThat(good).isInstanceOf(BulkRow.Good.class));
        }
    }

    private static List<BulkRow<EmployerRecord>> rows(String text) throws IOException {
        try (BulkReader<EmployerRecord> reader = reader(text.getBytes(StandardCharsets.UTF_8))) {
            return reader.rows().toList();
        }
    }

    private static BulkReader<EmployerRecord> reader(byte[] bytes) throws IOException {
        return BulkSchema.EMPLOYERS.reader(new ByteArrayInputStream(bytes), BulkFormat.NDJSON);
    }
}
