package org.mifeng.api.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mifeng.matcher.Part;

class ScorePartWriterTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aPartIsToldWithItsValueItsWeightAndWhatItAdds() throws JsonProcessingException {
        assertThat(JSON.writeValueAsString(new JobCard.ScorePart(Part.PAY, 0.5, 0.16, 0.08)))
                .isEqualTo("{\"part\":\"PAY\",\"value\":0.5,\"weight\":0.16,\"contribution\":0.08}");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "0.1, 0.1",
        "0.000001, 0.000001",
        "0.0000004, 0",
        "0.9999996, 1",
        "0.1234567, 0.123457",
        "0.30000000000000004, 0.3",
        "0.050505, 0.050505"
    })
    void aNumberIsToldToSixDecimalsWithoutNeedlessZeros(double number, String told) throws JsonProcessingException {
        assertThat(JSON.writeValueAsString(new JobCard.ScorePart(Part.PAY, number, 1, 1)))
                .startsWith("{\"part\":\"PAY\",\"value\":" + told + ",");
    }
}
