package org.mifeng.indexdata.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.mifeng.matcher.InvalidFieldException;

final class CreditCodeTest {
    /** The example that explanations of GB 32100-2015 compute. */
    private static final String EXAMPLE = "91350100M000100Y43";

    @Test
    void theExampleIsRight() {
        assertThatCode(() -> CreditCode.check(EXAMPLE)).doesNotThrowAnyException();
    }

    @Test
    void everyOtherLastCharacterIsWrong() {
        for (char c : "012456789ABCDEFGHJKLMNPQRTUWXYIOSVZ".toCharArray()) {
            assertThatThrownBy(() -> CreditCode.check(EXAMPLE.substring(0, 17) + c))
                    .isInstanceOf(InvalidFieldException.class);
        }
    }

    @Test
    void syntheticCodesAreRightAndDiffer() {
        assertThat(LongStream.range(0, 2_000).mapToObj(CreditCode::synthetic))
                .allSatisfy(CreditCode::check)
                .allMatch(code -> code.startsWith("91000000"))
                .doesNotHaveDuplicates();
    }
}
