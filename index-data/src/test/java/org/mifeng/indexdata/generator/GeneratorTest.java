package org.mifeng.indexdata.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mifeng.indexdata.bulk.EmployerRecord;
import org.mifeng.indexdata.bulk.EmployerState;
import org.mifeng.indexdata.bulk.JobPostRecord;
import org.mifeng.indexdata.bulk.JobPostState;
import org.mifeng.indexdata.bulk.SeekerRecord;
import org.mifeng.indexdata.bulk.SeekerState;
import org.mifeng.indexdata.reference.Alias;
import org.mifeng.indexdata.reference.Aliases;
import org.mifeng.indexdata.reference.Certificates;
import org.mifeng.indexdata.reference.Occupation;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.indexdata.reference.Towns;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.Hazard;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.PayUnit;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;

final class GeneratorTest {
    private static final Instant AS_OF = Instant.parse("2026-11-20T16:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Generator SMALL = Generator.of(7, AS_OF, Scale.SMALL);
    private static final List<JobPostRecord> POSTS = SMALL.jobPosts().toList();
    private static final List<SeekerRecord> SEEKERS = SMALL.seekers().toList();
    private static final List<EmployerRecord> EMPLOYERS = SMALL.employers().toList();
    private static final int NIGHTS = 0b1000_1000_1000_1000_1000_1000_1000;

    /** A word that breaks P01, P10 to P14, in any form that the rules know. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "男|女|帅哥|靓|小哥|阿姨|宝妈|大姐|大妈|婚否|已婚|未婚|\\d岁|年龄|户口|户籍|籍贯|民族|汉族|押金|保证金|报名费|服装费|培训费|贷|面议|高薪|保录|包过|[6-90]0\\s*后|月入|日赚");

    @Test
    void theSameSeedGivesTheSameMarket() {
        Generator again = Generator.of(7, AS_OF, Scale.SMALL);
        assertThat(again.employers().toList()).isEqualTo(EMPLOYERS);
        assertThat(again.jobPosts().toList()).isEqualTo(POSTS);
        assertThat(again.seekers().toList()).isEqualTo(SEEKERS);
    }

    @Test
    void anotherSeedGivesAnotherMarket() {
        Generator other = Generator.of(8, AS_OF, Scale.SMALL);
        assertThat(other.jobPost(1)).isNotEqualTo(SMALL.jobPost(1));
        assertThat(other.seeker(1)).isNotEqualTo(SMALL.seeker(1));
        assertThat(other.employer(1)).isNotEqualTo(SMALL.employer(1));
    }

    @Test
    void aRangeMadeAloneOrInParallelIsTheSame() {
        assertThat(SMALL.jobPosts(901, 1_200).toList()).isEqualTo(POSTS.subList(900, 1_200));
        assertThat(SMALL.jobPosts().parallel().toList()).isEqualTo(POSTS);
        assertThat(SMALL.seekers(29_001, 30_000).toList()).isEqualTo(SEEKERS.subList(29_000, 30_000));
    }

    @Test
    void numbersRunFromOneToTheScale() {
        assertThat(POSTS).hasSize(20_000);
        assertThat(POSTS.getFirst().id()).isEqualTo(1);
        assertThat(POSTS.getLast().id()).isEqualTo(20_000);
        assertThat(EMPLOYERS).hasSize(600);
        assertThat(SEEKERS).hasSize(30_000);
        assertThatThrownBy(() -> SMALL.jobPost(20_001)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SMALL.seeker(0)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Generator.of(1, AS_OF, new Scale(20, 0, 0)).jobPosts()).isEmpty();
        assertThatThrownBy(() -> new Scale(19, 1, 1)).hasMessageContaining("employers must be");
    }

    @Test
    void sixtyOfAHundredPostsAreLive() {
        long live =
                POSTS.stream().filter(post -> post.state() == JobPostState.LIVE).count();
        assertThat(live / 20_000.0).isCloseTo(0.6, within(0.02));
        assertThat(POSTS).extracting(JobPostRecord::state).doesNotContain(JobPostState.IN_REVIEW);
        assertThat(POSTS).filteredOn(post -> post.state() == JobPostState.LIVE).allSatisfy(post -> {
            assertThat(post.openingsLeft()).isPositive();
            assertThat(post.validUntil()).isAfter(AS_OF);
            assertThat(post.jobPost().open()).isTrue();
        });
        assertThat(POSTS)
                .filteredOn(post -> post.state() == JobPostState.EXPIRED)
                .allMatch(post -> post.validUntil().isBefore(AS_OF));
        assertThat(POSTS)
                .filteredOn(post -> post.state() == JobPostState.FILLED)
                .allMatch(post -> post.openingsLeft() == 0);
    }

    @Test
    void nothingWasConfirmedOrChangedInTheFuture() {
        assertThat(POSTS).allSatisfy(post -> {
            assertThat(post.createdAt()).isBeforeOrEqualTo(post.confirmedAt());
            assertThat(post.confirmedAt()).isBeforeOrEqualTo(post.updatedAt());
            assertThat(post.updatedAt()).isBeforeOrEqualTo(AS_OF);
        });
        assertThat(SEEKERS).allSatisfy(seeker -> {
            assertThat(seeker.createdAt()).isBeforeOrEqualTo(seeker.updatedAt());
            assertThat(seeker.updatedAt()).isBeforeOrEqualTo(AS_OF);
        });
    }

    @Test
    void tradesOccurAsOftenAsTheTableSays() {
        Map<OccupationCode, Long> counts =
                POSTS.stream().collect(Collectors.groupingBy(JobPostRecord::occupation, Collectors.counting()));
        double all = Occupations.all().stream().mapToInt(Occupation::weight).sum();
        assertThat(Occupations.all()).allSatisfy(trade -> {
            double expected = trade.weight() / all;
            double margin = 5 * Math.sqrt(expected / POSTS.size());
            assertThat(counts.getOrDefault(trade.code(), 0L) / (double) POSTS.size())
                    .isCloseTo(expected, within(margin));
        });
    }

    @Test
    void titlesCallATradeByEachOfItsNamesAboutAsOftenAsTheTableSays() {
        OccupationCode help = new OccupationCode("4-10-01-06");
        List<Alias> names = Aliases.all().stream()
                .filter(alias -> alias.code().equals(help) && alias.weight() > 0)
                .toList();
        double weights = names.stream().mapToInt(Alias::weight).sum();
        List<String> titles = POSTS.stream()
                .filter(post -> post.occupation().equals(help))
                .map(JobPostRecord::title)
                .toList();
        for (String said : List.of("月嫂", "收纳师", "上门做饭")) {
            double expected = names.stream()
                            .filter(alias -> alias.text().contains(said))
                            .mapToInt(Alias::weight)
                            .sum()
                    / weights;
            double share = (double) titles.stream()
                            .filter(title -> title.contains(said))
                            .count()
                    / titles.size();
            assertThat(share).as(said).isCloseTo(expected, within(0.05));
        }
    }

    @Test
    void noPostSaysWhatTheRulesForbid() {
        assertThat(POSTS)
                .noneMatch(post ->
                        FORBIDDEN.matcher(post.title() + "。" + post.body()).find());
    }

    @Test
    void bodiesAreAsLongAsPeopleWrite() {
        assertThat(POSTS).allSatisfy(post -> assertThat(post.body().length()).isBetween(30, 170));
        assertThat(POSTS.stream()
                        .mapToInt(post -> post.body().length())
                        .average()
                        .orElse(0))
                .isBetween(45.0, 120.0);
        assertThat(POSTS).extracting(JobPostRecord::title).allMatch(title -> title.length() <= 60);
    }

    @Test
    void postsClusterAtTheSitesOfTheirEmployers() {
        Map<Long, Set<Coordinates>> sites = POSTS.stream()
                .collect(Collectors.groupingBy(
                        JobPostRecord::employerId, Collectors.mapping(JobPostRecord::place, Collectors.toSet())));
        assertThat(sites.values()).allMatch(places -> places.size() <= 5).anyMatch(places -> places.size() >= 3);
        assertThat(POSTS).allMatch(post -> Towns.find(post.townCode()).isPresent());
    }

    @Test
    void postsBelongToEmployersWhoMayPost() {
        Set<Long> active = EMPLOYERS.stream()
                .filter(employer -> employer.state() == EmployerState.ACTIVE)
                .map(EmployerRecord::id)
                .collect(Collectors.toSet());
        assertThat(active).hasSizeLessThan(600);
        assertThat(POSTS).allMatch(post -> active.contains(post.employerId()));
    }

    @Test
    void payIsWithinReasonOfTheTradesMedian() {
        assertThat(POSTS).allSatisfy(post -> {
            int median = Occupations.find(post.occupation()).orElseThrow().medianFenPerHour();
            assertThat((double) post.pay().fenPerHour()).isBetween(0.4 * median, 2.6 * median);
        });
        Map<Boolean, Double> welders = POSTS.stream()
                .filter(post -> post.occupation().value().equals("6-18-02-04")
                        || post.occupation().value().equals("4-07-05-01"))
                .collect(Collectors.partitioningBy(
                        post -> post.occupation().value().startsWith("6"),
                        Collectors.averagingInt(post -> post.pay().fenPerHour())));
        assertThat(welders.get(true)).isGreaterThan(welders.get(false));
    }

    /** P18. */
    @Test
    void workByTheHourPaysTheMinimumAndIsSettledWithinFifteenDays() {
        assertThat(POSTS)
                .filteredOn(post -> post.pay().unit() == PayUnit.HOUR)
                .isNotEmpty()
                .allSatisfy(post -> {
                    assertThat(post.pay().amountFen()).isGreaterThanOrEqualTo(2_200);
                    assertThat(post.settlement()).isIn(Settlement.DAILY, Settlement.WEEKLY);
                });
    }

    @Test
    void mostEmployersTreatPeopleWellAndAFewAreComplainedOf() {
        assertThat(share(EMPLOYERS, employer -> employer.openComplaints() > 0)).isBetween(0.03, 0.10);
        assertThat(share(EMPLOYERS, employer -> employer.paidOnTimePercent().isEmpty()))
                .isBetween(0.2, 0.4);
        assertThat(share(EMPLOYERS, employer -> employer.paidOnTimePercent().orElse(0) >= 90))
                .isGreaterThan(0.55);
        assertThat(EMPLOYERS)
                .allSatisfy(employer ->
                        assertThat(employer.conduct().trustPercent()).isBetween(0, 100));
    }

    @Test
    void peopleAreAfterAThirdOfTheLivePosts() {
        List<JobPostRecord> live =
                POSTS.stream().filter(post -> post.state() == JobPostState.LIVE).toList();
        assertThat(share(live, post -> post.applicants() > 0)).isBetween(0.30, 0.36);
        assertThat(share(live, post -> post.applicants() > post.openings())).isBetween(0.04, 0.09);
        assertThat(share(POSTS, post -> !post.welcomes().isEmpty())).isBetween(0.1, 0.2);
    }

    /** P04, F1. */
    @Test
    void whoIsHelpedFirstDoesNotHangOnTheSex() {
        Predicate<SeekerRecord> man = seeker -> seeker.idNumber().value().charAt(16) % 2 == 1;
        Predicate<SeekerRecord> helped = seeker -> !seeker.helpGroups().isEmpty();
        double men = share(SEEKERS.stream().filter(man).toList(), helped);
        double women = share(SEEKERS.stream().filter(man.negate()).toList(), helped);
        assertThat(men).isBetween(0.08, 0.15).isCloseTo(women, within(0.012));
    }

    private static <T> double share(List<T> all, Predicate<T> which) {
        return all.stream().filter(which).count() / (double) all.size();
    }

    /** P21. */
    @Test
    void hazardousWorkIsForAdults() {
        assertThat(POSTS)
                .filteredOn(post -> !post.hazards().isEmpty())
                .isNotEmpty()
                .allMatch(post -> post.minAge() >= 18);
    }

    @Test
    void workAtNightIsDeclaredAsSuch() {
        assertThat(POSTS)
                .filteredOn(JobPostRecord::hazardsKnown)
                .allMatch(post ->
                        ((post.slots().bits() & NIGHTS) != 0) == post.hazards().contains(Hazard.NIGHT));
    }

    @Test
    void certificatesAreKnown() {
        long known = Certificates.all().stream().mapToLong(c -> c.bit()).reduce(0, (a, b) -> a | b);
        assertThat(POSTS).allMatch(post -> (post.certificates() & ~known) == 0);
        assertThat(SEEKERS).allMatch(seeker -> (seeker.certificates() & ~known) == 0);
        assertThat(POSTS)
                .anyMatch(post -> Certificates.keys(post.certificates()).contains("forklift"));
    }

    @Test
    void noNumberLeadsToARealPerson() {
        assertThat(SEEKERS).allMatch(seeker -> seeker.idNumber().value().startsWith("100000"));
        assertThat(SEEKERS).allMatch(seeker -> seeker.phone().orElse("0537-0").startsWith("0537-0"));
        assertThat(POSTS).allMatch(post -> post.phone().startsWith("0537-0"));
        assertThat(EMPLOYERS).allSatisfy(employer -> {
            assertThat(employer.name()).contains("示例");
            assertThat(employer.phone()).startsWith("0537-0");
            assertThat(employer.creditCode().orElseThrow()).startsWith("91000000");
        });
        assertThat(EMPLOYERS)
                .extracting(employer -> employer.creditCode().orElseThrow())
                .doesNotHaveDuplicates();
    }

    @Test
    void noTwoSeekersOfADistrictShareAnIdNumber() {
        Generator full = Generator.of(3, AS_OF, new Scale(20, 0, Scale.FULL.seekers()));
        BirthDates dates = new BirthDates(3, TODAY, Scale.FULL.seekers());
        Set<Long> seen = new HashSet<>(2_000_000);
        for (long number = 1; number <= Scale.FULL.seekers(); number++) {
            assertThat(seen.add(dates.birthDate(number).toEpochDay() * 1_000 + dates.sequence(number)))
                    .isTrue();
        }
        assertThat(full.seeker(Scale.FULL.seekers()).idNumber().birthDate())
                .isEqualTo(dates.birthDate(Scale.FULL.seekers()));
    }

    @Test
    void agesAreThoseOfAMarketOfOddJobs() {
        Map<Integer, Long> ages = SEEKERS.stream()
                .collect(Collectors.groupingBy(
                        seeker -> Period.between(seeker.birthDate(), TODAY).getYears(), Collectors.counting()));
        assertThat(ages.keySet()).allMatch(age -> age >= 16 && age <= 77);
        assertThat(share(ages, 35, 64)).isBetween(0.68, 0.78);
        assertThat(share(ages, 16, 17)).isBetween(0.002, 0.02);
        assertThat(share(ages, 63, 77)).isGreaterThan(0.05);
    }

    private static double share(Map<Integer, Long> ages, int from, int to) {
        return ages.entrySet().stream()
                        .filter(entry -> entry.getKey() >= from && entry.getKey() <= to)
                        .mapToLong(Map.Entry::getValue)
                        .sum()
                / (double) SEEKERS.size();
    }

    @Test
    void wishesAreOneToFourDifferentTradesMostlyRelated() {
        assertThat(SEEKERS).allSatisfy(seeker -> {
            assertThat(seeker.wishes()).hasSizeBetween(1, 4).doesNotHaveDuplicates();
            assertThat(seeker.wishes()).allMatch(code -> Occupations.find(code).isPresent());
        });
        long related = 0;
        long pairs = 0;
        for (SeekerRecord seeker : SEEKERS) {
            double[] closeness =
                    Occupations.tree().closenessTo(List.of(seeker.wishes().getFirst()));
            for (OccupationCode other :
                    seeker.wishes().subList(1, seeker.wishes().size())) {
                pairs++;
                related += closeness[Occupations.tree().ordinal(other)] >= 0.4 ? 1 : 0;
            }
        }
        assertThat(related / (double) pairs).isGreaterThan(0.75);
    }

    @Test
    void seekersAreMostlyActiveAndMostTellWhereTheyLive() {
        assertThat(SEEKERS.stream()
                        .filter(seeker -> seeker.state() == SeekerState.ACTIVE)
                        .count())
                .isBetween(26_000L, 27_000L);
        assertThat(SEEKERS.stream().filter(seeker -> seeker.home().isEmpty()).count())
                .isBetween(1_500L, 2_200L);
        assertThat(SEEKERS).allMatch(seeker -> seeker.slots().count() > 0);
        assertThat(SEEKERS).anyMatch(seeker -> seeker.slots().equals(TimeSlots.ALWAYS));
    }

    @Test
    void publicIdsDiffer() {
        assertThat(POSTS).extracting(JobPostRecord::publicId).doesNotHaveDuplicates();
        assertThat(SEEKERS).extracting(SeekerRecord::publicId).doesNotHaveDuplicates();
    }

    @Test
    void theDayBeginsAtMidnightInJining() {
        assertThat(Generator.dayOf(Instant.parse("2026-11-21T15:59:59Z"))).isEqualTo(AS_OF);
        assertThat(Generator.dayOf(Instant.parse("2026-11-21T16:00:00Z")))
                .isEqualTo(Instant.parse("2026-11-21T16:00:00Z"));
    }
}
