package org.mifeng.matcher.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.Match.PartValue;
import org.mifeng.matcher.Part;
import org.mifeng.matcher.tck.Fixtures;

class SeekerReasonsTest {
    private static final JobPost POST = Fixtures.aPost(1, 1);

    private static List<PartValue> only(Part wanted, double value) {
        return Arrays.stream(Part.values())
                .map(part -> new PartValue(
                        part,
                        part == wanted ? value : 0,
                        RankingModel.CURRENT.match().of(part)))
                .toList();
    }

    @Test
    void anEmployerReadsWhatIsAboutTheWorkAndNothingAboutThePerson() {
        assertThat(SeekerReasons.of(only(Part.OCCUPATION, 1), 90_000, POST)).containsExactly("愿意干这个工种");
        assertThat(SeekerReasons.of(only(Part.TEXT, 0.5), 90_000, POST)).containsExactly("说的和岗位对得上");
        assertThat(SeekerReasons.of(only(Part.SETTLEMENT, 1), 90_000, POST)).containsExactly("接受日结");
        for (Part part : List.of(Part.HELP_FIRST, Part.HISTORY, Part.PAY, Part.FRESHNESS, Part.VACANCY, Part.TRUST)) {
            assertThat(SeekerReasons.of(only(part, 1), 90_000, POST))
                    .as("%s", part)
                    .isEmpty();
        }
    }

    @Test
    void theWayIsToldAsARingAndNeverInMetres() {
        assertThat(SeekerReasons.of(only(Part.PROXIMITY, 0.9), 312, POST)).containsExactly("住在1公里内");
        assertThat(SeekerReasons.of(only(Part.PROXIMITY, 0.6), 1_001, POST)).containsExactly("住在3公里内");
        assertThat(SeekerReasons.of(only(Part.PROXIMITY, 0.6), 5_001, POST)).isEmpty();
    }

    @Test
    void timeIsNoReasonForAPostThatStatesNone() {
        assertThat(POST.slots().bits()).isZero();
        assertThat(SeekerReasons.of(only(Part.TIME, 1), 90_000, POST)).isEmpty();
    }

    @Test
    void atMostTwoReasonsAreSaidTheLargestFirst() {
        List<PartValue> all = Arrays.stream(Part.values())
                .map(part -> new PartValue(part, 1, RankingModel.CURRENT.match().of(part)))
                .toList();
        assertThat(SeekerReasons.of(all, 800, POST)).containsExactly("愿意干这个工种", "住在1公里内");
    }
}
