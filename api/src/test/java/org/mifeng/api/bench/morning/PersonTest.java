package org.mifeng.api.bench.morning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mifeng.matcher.tck.Fixtures;

class PersonTest {
    private static final int PAGE = Habits.USUAL.pageCards();

    private final List<Person> people = IntStream.range(0, 20_000)
            .mapToObj(number -> Person.of(number, Fixtures.aWish(), 45, 0, Habits.USUAL, 31L * number))
            .toList();

    private double share(Predicate<Person> habit) {
        return (double) people.stream().filter(habit).count() / people.size();
    }

    @Test
    void thePersonsHabitsAreThoseAssumed() {
        assertThat(share(person -> !person.holds())).isCloseTo(Habits.USUAL.withoutHold(), within(0.01));
        assertThat(share(person -> !person.comes())).isCloseTo(Habits.USUAL.noShows(), within(0.01));
        assertThat(share(person -> person.pages() > 1)).isCloseTo(Habits.USUAL.turnsOn(), within(0.01));
        assertThat(share(person -> person.likes(77))).isCloseTo(Habits.USUAL.appeal(), within(0.01));
    }

    @Test
    void eyesStopLessOftenFartherDownAPageAndAfreshOnTheNext() {
        assertThat(share(person -> person.looksAt(0, PAGE))).isEqualTo(1);
        assertThat(share(person -> person.looksAt(3, PAGE))).isCloseTo(1 / 1.3, within(0.01));
        assertThat(share(person -> person.looksAt(PAGE, PAGE))).isEqualTo(1);
    }

    @Test
    void theSamePersonHasTheSameTastesInEveryList() {
        Person person = people.getFirst();
        Person again = Person.of(0, person.wish(), 45, 0, Habits.USUAL, 0);
        assertThat(IntStream.range(1, 200).allMatch(post -> person.likes(post) == again.likes(post)))
                .isTrue();
        assertThat(IntStream.range(1, 200).filter(person::likes).count()).isBetween(90L, 150L);
    }
}
