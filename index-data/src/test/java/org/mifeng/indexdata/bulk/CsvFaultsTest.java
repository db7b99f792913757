package org.mifeng.indexdata.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CsvFaultsTest {
    private static final String HEADER = "id,publicId,name,contactName,phone,state,createdAt,updatedAt";
    private static final String GOOD =
            "1,AAAAAAAAAAAAAAAAAAAAAA,机密示例公司,机密,0537-0000001,ACTIVE,2026-01-01T00:00:00Z,2026-01-01T00:00:00Z";

    @Test
    void columnsMayStandInAnyOrderAndOptionalOnesMayBeMissing() throws IOException {
        String header = "updatedAt,createdAt,state,phone,contactName,name,publicId,id";
        String row = "2026-01-01T00:00:00Z,2026-01-01T00:00:00Z,ACTIVE,0537-0000001,机密,机密示例公司,AAAAAAAAAAAAAAAAAAAAAA,1";
        assertThat(rows(header + "\n" + row))
                .isEqualTo(rows(HEADER + "\n" + GOOD))
                .hasSize(1);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheHeader() throws IOException {
        assertThat(rows("\uFEFF" + HEADER + "\r\n" + GOOD)).hasSize(1).allMatch(BulkRow.Good.class::isInstance);
    }

    @Test
    void aFaultNamesTheLineItsRowBeginsOnAndNoValue() throws IOException {
        String twoLines = GOOD.replace("机密示例公司", "\"机密\n示例\"");
        List<BulkRow<EmployerRecord>> rows =
                rows(HEADER + "\n" + twoLines + "\n" + GOOD.replace("0537-0000001", "机密机密") + "\n" + GOOD);
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1)).isEqualTo(new BulkRow.Bad<>(4, "phone", "must be digits, spaces and hyphens"));
        assertThat(rows.get(2)).isInstanceOf(BulkRow.Good.class);
    }

    @Test
    void aRowMustHaveAsManyFieldsAsTheHeader() throws IOException {
        assertThat(rows(HEADER + "\n" + GOOD + ",机密\n1,2\n" + GOOD))
                .startsWith(
                        new BulkRow.Bad<>(2, "", "line must have 8 fields"),
                        new BulkRow.Bad<>(3, "", "line must have 8 fields"))
                .hasSize(3);
    }

    @Test
    void anEmptyFieldIsAnAbsentOne() throws IOException {
        assertThat(rows(HEADER + "\n" + GOOD.replace("1,AAAA", ",AAAA")))
                .containsExactly(new BulkRow.Bad<>(2, "id", "must be given"));
    }

    @Test
    void aHeaderThatCannotBeUsedEndsTheFile() throws IOException {
        assertThat(rows("")).containsExactly(new BulkRow.Bad<>(1, "", "file must begin with a header"));
        assertThat(rows(GOOD + "\n" + GOOD))
                .containsExactly(new BulkRow.Bad<>(1, "", "column 1 of the header must be a known field"));
        assertThat(rows(HEADER + ",id\n" + GOOD))
                .containsExactly(new BulkRow.Bad<>(1, "", "column 9 of the header must stand once"));
        assertThat(rows(HEADER.replace("phone,", "") + "\n" + GOOD))
                .containsExactly(new BulkRow.Bad<>(1, "", "header must have phone"));
    }

    @Test
    void aFileInAnotherEncodingIsSaidToBe() throws IOException {
        byte[] bytes = (HEADER + "\n" + GOOD).getBytes(java.nio.charset.Charset.forName("GBK"));
        try (BulkReader<EmployerRecord> reader = reader(bytes)) {
            assertThat(reader.rows().toList())
                    .last()
                    .satisfies(row -> assertThat(row)
                            .isInstanceOfSatisfying(
                                    BulkRow.Bad.class,
                                    bad -> assertThat(bad.rule()).isEqualTo("file must be UTF-8")));
        }
    }

    private static List<BulkRow<EmployerRecord>> rows(String text) throws IOException {
        try (BulkReader<EmployerRecord> reader = reader(text.getBytes(StandardCharsets.UTF_8))) {
            return reader.rows().toList();
        }
    }

    private static BulkReader<EmployerRecord> reader(byte[] bytes) throws IOException {
        return BulkSchema.EMPLOYERS.reader(new ByteArrayInputStream(bytes), BulkFormat.CSV);
    }
}
