package org.mifeng.api.bench.morning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.Openings;
import org.mifeng.matcher.tck.Fixtures;

class PlacesTest {
    private final Places places = new Places(Fixtures.aPost(1, 0));

    @BeforeEach
    void threeOfFivePlacesAreFilled() {
        for (int person = 101; person <= 103; person++) {
            assertThat(places.arrive(person)).isTrue();
        }
    }

    @Test
    void aHeldPlaceIsNobodyElsesUntilItIsLetGo() {
        assertThat(places.hold(1)).isTrue();
        assertThat(places.hold(2)).isTrue();
        assertThat(places.hold(3)).isFalse();
        assertThat(places.arrive(3)).isFalse();
        assertThat(places.letGo(1)).isTrue();
        assertThat(places.letGo(1)).isFalse();
        assertThat(places.arrive(3)).isTrue();
        assertThat(places.arrive(1)).isFalse();
        assertThat(places.arrive(2)).isTrue();
        assertThat(places.free()).isZero();
    }

    @Test
    void theIndexLearnsOfFreePlacesAndOfThoseWhoHoldTheOthers() {
        places.hold(1);
        JobPost held = places.next();
        assertThat(held.openings()).isEqualTo(new Openings(5, 1, 1));
        assertThat(held.open()).isTrue();
        places.hold(2);
        JobPost full = places.next();
        assertThat(full.open()).isFalse();
        assertThat(full.version()).isGreaterThan(held.version());
        places.letGo(2);
        assertThat(places.next().open()).isTrue();
    }
}
