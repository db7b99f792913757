package org.mifeng.api.matching;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.mifeng.matcher.Background;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Seeker;

/**
 * What is asked, on every page alike.
 *
 * @param wish what is wanted
 * @param background of the seeker
 * @param ageYears of the seeker, on the clock of Asia/Shanghai; empty for a search without a person
 * @param textRequired whether only posts that share a word with the wish's text are wanted
 * @param spreadSeed shuffles near-equals, one per seeker and day
 */
public record JobQuestion(
        Seeker.Wish wish,
        Background background,
        Optional<Integer> ageYears,
        boolean textRequired,
        OptionalLong spreadSeed) {
    /** The question in one fixed form on every node: what a cursor is bound to. */
    String canonical() {
        return String.join(
                "\n",
                wish.occupations().stream().map(OccupationCode::value).collect(Collectors.joining(" ")),
                wish.text().replace('\n', ' '),
                wish.start().latitude() + " " + wish.start().longitude(),
                wish.travel().name(),
                Integer.toString(wish.maxDistanceMetres()),
                Integer.toString(wish.slots().bits()),
                wish.settlements().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")),
                wish.floorFenPerHour() + " " + wish.floorIsMust(),
                Long.toString(wish.certificates()),
                ageYears.map(age -> Integer.toString(age)).orElse(""),
                Boolean.toString(textRequired),
                background.helpGroups().stream().sorted().map(Enum::name).collect(Collectors.joining(" ")),
                numbers(background.wantedEmployers()),
                numbers(background.blockedEmployers()),
                numbers(background.dismissedPosts()),
                spreadSeed.toString());
    }

    private static String numbers(Set<Long> numbers) {
        return numbers.stream().sorted().map(Object::toString).collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return "JobQuestion";
    }
}
