package org.mifeng.api.matching;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.mifeng.matcher.Background;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Relaxation;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.TravelMode;
import org.mifeng.matcher.search.Search;

/**
 * What is asked, on every page alike. Nothing but what stands in it decides a list, so a list that must not hang on a
 * person's profile (P31) is the list of {@link #anyWork}.
 *
 * @param wish what is wanted
 * @param background of the seeker
 * @param ageYears of the seeker, on the clock of Asia/Shanghai; empty for a search without a person
 * @param search what makes it a search; empty for a match
 * @param spreadSeed shuffles near-equals, one per seeker and day
 */
public record JobQuestion(
        Seeker.Wish wish,
        Background background,
        Optional<Integer> ageYears,
        Optional<Search> search,
        OptionalLong spreadSeed) {
    /** P20. */
    private static final int LOWEST_AGE = 16;

    private static final long ALL_CERTIFICATES = -1;

    /**
     * Any lawful work around a place: what a first visitor is shown. Hangs on no profile but the age, which the law asks
     * for.
     *
     * @param start where the way begins
     * @param metres how far
     * @param ageYears of the seeker
     * @param spreadSeed shuffles near-equals
     */
    public static JobQuestion anyWork(Coordinates start, int metres, int ageYears, OptionalLong spreadSeed) {
        return new JobQuestion(
                anything(List.of(), "", start, metres, 0, Set.of()),
                Background.NONE,
                Optional.of(ageYears),
                Optional.empty(),
                spreadSeed);
    }

    /**
     * Any job around a place for nobody in particular: nobody's age, certificates or times are known, so none counts.
     *
     * @param start where the way begins
     * @param metres how far
     */
    public static JobQuestion anything(Coordinates start, int metres) {
        return search(List.of(), "", start, metres, Search.ANY);
    }

    /**
     * A search, for nobody in particular either.
     *
     * @param trades that come first, though others are found too; for a search that names none
     * @param text the words to look for; may be empty
     * @param start where the way begins
     * @param metres how far
     * @param search what else is asked
     */
    public static JobQuestion search(
            List<OccupationCode> trades, String text, Coordinates start, int metres, Search search) {
        return new JobQuestion(
                anything(
                        trades,
                        text,
                        start,
                        metres,
                        ALL_CERTIFICATES,
                        search.filter().settlements().included()),
                Background.NONE,
                Optional.empty(),
                Optional.of(search),
                OptionalLong.empty());
    }

    private static Seeker.Wish anything(
            List<OccupationCode> trades,
            String text,
            Coordinates start,
            int metres,
            long certificates,
            Set<Settlement> settlements) {
        return new Seeker.Wish(
                trades, text, start, TravelMode.E_BIKE, metres, TimeSlots.ALWAYS, settlements, 0, false, certificates);
    }

    /** Whether jobs may be shown at all (P20). */
    boolean mayWork() {
        return ageYears.filter(age -> age < LOWEST_AGE).isEmpty();
    }

    /**
     * The question as the engine takes it.
     *
     * @param relaxed wishes to do without
     * @param now the moment that everything is judged at
     * @param limit how many
     * @param after what was shown before
     */
    public MatchRequest request(Set<Relaxation> relaxed, Instant now, int limit, MatchRequest.Cursor after) {
        return new MatchRequest(
                Relaxation.applyAll(wish, relaxed), background, ageYears, search, spreadSeed, now, limit, after);
    }

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
                search.map(Search::toString).orElse(""),
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
