package org.mifeng.matcher.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mifeng.matcher.Match.PartValue;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.Part;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.tck.Fixtures;

class ReasonsTest {
    private static List<PartValue> parts(double... values) {
        List<PartValue> parts = new ArrayList<>();
        for (Part part : Part.values()) {
            parts.add(new PartValue(
                    part, values[part.ordinal()], RankingModel.CURRENT.match().of(part)));
        }
        return parts;
    }

    private static MatchRequest request(Settlement... settlements) {
        Seeker.Wish any = Fixtures.aWish();
        return Fixtures.aRequest(new Seeker.Wish(
                any.occupations(),
                "",
                any.start(),
                any.travel(),
                any.maxDistanceMetres(),
                any.slots(),
                Set.of(settlements),
                0,
                false,
                0));
    }

    @Test
    void theTwoLargestPartsThatMeanSomethingAreSaidFirst() {
        assertThat(Reasons.of(parts(1, 0, 0.9, 0.2, 1, 1, 0.9, 1, 0.5, 0, 0.5), 2_130, request(Settlement.DAILY)))
                .containsExactly("您想干的活", "只有2.1公里");
    }

    @Test
    void aPostLikeOneThatWasLikedIsNotSaidToBeWished() {
        assertThat(Reasons.ofSimilar(
                        parts(1, 0.9, 0.9, 0.2, 1, 1, 0.9, 1, 0.5, 0, 0.5), 2_130, request(Settlement.DAILY)))
                .containsExactly("同样的活", "只有2.1公里");
    }

    @Test
    void settlementIsAReasonOnlyForWhoAskedForIt() {
        assertThat(Reasons.of(parts(0.2, 0, 0, 0, 1, 1, 0, 1, 0.5, 0, 0.5), 90_000, request()))
                .isEmpty();
        assertThat(Reasons.of(parts(0.2, 0, 0, 0, 1, 1, 0, 1, 0.5, 0, 0.5), 90_000, request(Settlement.DAILY)))
                .containsExactly("日结");
    }

    @Test
    void aPostWithNothingSpecialHasNoReasonRatherThanAFalseOne() {
        assertThat(Reasons.of(
                        parts(0.45, 0, 0.1, 0.3, 0.5, 0, 0.2, 1, 0.5, 0.5, 0.5), 20_000, request(Settlement.DAILY)))
                .isEmpty();
    }

    @Test
    void aShortWayIsSaidInMetres() {
        assertThat(Reasons.of(parts(0.2, 0, 1, 0, 1, 0, 0, 1, 0.5, 0, 0.5), 340, request()))
                .containsExactly("只有300米");
        assertThat(Reasons.of(parts(0.2, 0, 1, 0, 1, 0, 0, 1, 0.5, 0, 0.5), 20, request()))
                .containsExactly("只有100米");
    }
}
