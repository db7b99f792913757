package org.mifeng.matcher.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.search.Chosen;
import org.mifeng.matcher.search.SearchFilter;
import org.mifeng.matcher.tck.Fixtures;

final class PostSignsTest {
    private static final int ROUNDS = 200_000;
    private static final int[] USUAL_TIMES = {0x111_1111, 0x222_2222, 0x444_4444, 0x888_8888, 0x00F_FFFF, 0xFF0_0000};

    private final RandomGenerator random = new SplittableRandom(20_261_122);

    @Test
    void signsNeverHideAPostThatPassesAndHideMostOthers() {
        int hidden = 0;
        int passing = 0;
        for (int i = 0; i < ROUNDS; i++) {
            PostFilter filter = PostFilter.of(Fixtures.TREE, randomFilter(), Fixtures.NOW);
            PostFilter.Facts post = randomPost();
            boolean may = filter.mayPass(signs(post));
            if (filter.missed(post) == 0) {
                assertThat(may).as("%s", post).isTrue();
                passing++;
            } else if (!may) {
                hidden++;
            }
        }
        assertThat(passing).isGreaterThan(ROUNDS / 100);
        assertThat(hidden).isGreaterThan((ROUNDS - passing) * 9 / 10);
    }

    @Test
    void aStretchMayPassIfOneOfItsPostsDoes() {
        for (int i = 0; i < ROUNDS; i++) {
            PostFilter filter = PostFilter.of(Fixtures.TREE, randomFilter(), Fixtures.NOW);
            int one = signs(randomPost());
            int other = signs(randomPost());
            if (filter.mayPass(one) || filter.mayPass(other)) {
                assertThat(filter.mayPass(one | other, one & other, 0, -1, Integer.MAX_VALUE, Long.MAX_VALUE))
                        .isTrue();
            }
        }
    }

    @Test
    void theSettlementIsReadBack() {
        for (Settlement settlement : Settlement.values()) {
            assertThat(PostSigns.settlement(PostSigns.of(settlement.ordinal(), 0b111111, 1, true, 9_999)))
                    .isEqualTo(settlement.ordinal());
        }
    }

    private static int signs(PostFilter.Facts post) {
        return PostSigns.of(post.settlement(), post.benefits(), post.slots(), post.shiftFixed(), post.fenPerHour());
    }

    private PostFilter.Facts randomPost() {
        int settlement = random.nextInt(Settlement.values().length);
        int benefits = random.nextInt(1 << Benefit.values().length);
        return new PostFilter.Facts(
                0, settlement, times(), random.nextBoolean(), benefits, 0, 0, 1, 1, random.nextInt(8_000), 100, 0, 0);
    }

    private SearchFilter randomFilter() {
        SearchFilter any = SearchFilter.NONE;
        int least = random.nextInt(3) == 0 ? random.nextInt(5_000) : 0;
        return new SearchFilter(
                any.occupations(),
                new Chosen<>(some(Settlement.class), some(Settlement.class)),
                random.nextInt(3) == 0 ? new TimeSlots(times()) : TimeSlots.ALWAYS,
                random.nextInt(3) == 0 ? new TimeSlots(times()) : TimeSlots.NEVER,
                new Chosen<>(some(Benefit.class), some(Benefit.class)),
                any.hazards(),
                any.certificates(),
                any.heldCertificates(),
                any.employers(),
                any.towns(),
                any.excludedWords(),
                any.excludedNames(),
                least,
                random.nextInt(3) == 0 ? least + 1 + random.nextInt(5_000) : SearchFilter.ANY_PAY,
                any.leastTrustPercent(),
                any.postedWithin(),
                any.startsBy());
    }

    /** None, a usual time, or any. */
    private int times() {
        return switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextInt(1 << 28);
            default -> USUAL_TIMES[random.nextInt(USUAL_TIMES.length)];
        };
    }

    private <E extends Enum<E>> Set<E> some(Class<E> type) {
        Set<E> some = EnumSet.noneOf(type);
        for (E each : type.getEnumConstants()) {
            if (random.nextInt(8) == 0) {
                some.add(each);
            }
        }
        return some;
    }
}
