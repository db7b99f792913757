package org.mifeng.indexdata.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Floors on our own labelled queries. The test half is not looked at when words, weights or rules are changed. */
class QueryQualityTest {
    private static final QueryReader READER = QueryReader.standard();

    @ParameterizedTest
    @CsvSource({"tuning, 0.96, 0.96, 0.98", "test, 0.90, 0.93, 0.97"})
    void tradesAndFiltersAreUnderstood(String half, double first, double firstThree, double chips) {
        int atOne = 0;
        int atThree = 0;
        int right = 0;
        List<LabelledQuery> queries = LabelledQuery.all(half);
        for (LabelledQuery query : queries) {
            QueryReading reading = READER.read(query.query());
            int rank = query.rank(reading);
            atOne += rank == 1 ? 1 : 0;
            atThree += rank >= 1 && rank <= 3 ? 1 : 0;
            right += query.hasItsChips(reading) ? 1 : 0;
        }
        double all = queries.size();
        assertThat(atOne / all).as("first trade").isGreaterThanOrEqualTo(first);
        assertThat(atThree / all).as("first three trades").isGreaterThanOrEqualTo(firstThree);
        assertThat(right / all).as("other chips").isGreaterThanOrEqualTo(chips);
    }

    @ParameterizedTest
    @CsvSource({"tuning, 0", "test, 1"})
    void theHalvesAreSplitByARule(String half, long odd) {
        assertThat(LabelledQuery.all(half)).allMatch(query -> {
            CRC32 crc = new CRC32();
            crc.update(query.query().getBytes(StandardCharsets.UTF_8));
            return crc.getValue() % 2 == odd;
        });
    }

    @Test
    void thereAreEnough() {
        assertThat(LabelledQuery.all("tuning").size()
                        + LabelledQuery.all("test").size())
                .isGreaterThanOrEqualTo(200);
    }
}
