package org.mifeng.api.bench.morning;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.mifeng.indexdata.bulk.JobPostRecord;
import org.mifeng.indexdata.bulk.SeekerRecord;
import org.mifeng.indexdata.bulk.SeekerState;
import org.mifeng.indexdata.generator.Generator;
import org.mifeng.indexdata.generator.Scale;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;

/**
 * Who comes in one morning, and for which posts: day labour in the market's own district that starts today.
 *
 * @param posts all with openings left
 * @param people in the order of arrival
 */
record MorningMarket(List<JobPost> posts, List<Person> people) {
    /** Where the kiosks stand. */
    static final Coordinates PLACE = new Coordinates(35.4150, 116.5870);
    /** Half past four on a Monday in Jining, when the doors open. */
    static final Instant OPENING = Instant.parse("2026-11-22T20:30:00Z");

    private static final long SEED = 20_261_121;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Instant AS_OF = Instant.parse("2026-11-22T16:00:00Z");
    /** Half an hour by e-bike: who lives farther away does not come before dawn. */
    private static final double FARTHEST_HOME_METRES = 8_000;
    /** 任城区, where the market is. */
    private static final String DISTRICT = "370811";

    /** The straight way from the kiosks. */
    static double metres(Coordinates place) {
        Coordinates.Point from = PLACE.point();
        Coordinates.Point to = place.point();
        return from.metresTo(to.x(), to.y(), to.z());
    }

    int openings() {
        return Arrays.stream(openingsOfPosts()).sum();
    }

    /** In the order of the posts. */
    int[] openingsOfPosts() {
        return posts.stream().mapToInt(post -> post.openings().left()).toArray();
    }

    /** The share of people whose first wish is offered in fewer openings than people have it as their first. */
    double crowdedShare() {
        Map<OccupationCode, Integer> spare = new HashMap<>();
        posts.forEach(post -> spare.merge(post.occupation(), post.openings().left(), Integer::sum));
        List<OccupationCode> first = people.stream()
                .map(person -> person.wish().occupations().getFirst())
                .toList();
        first.forEach(trade -> spare.merge(trade, -1, Integer::sum));
        return (double) first.stream()
                        .filter(trade -> spare.getOrDefault(trade, 0) < 0)
                        .count()
                / people.size();
    }

    /** A generated district, from which mornings are drawn. */
    static final class District {
        private final Generator generator;
        private final List<JobPost> dayLabour;

        /** @param posts of the whole district, open and closed */
        District(int posts) {
            generator = Generator.of(
                    SEED,
                    AS_OF,
                    new Scale(
                            Math.max(Scale.FEWEST_EMPLOYERS, posts / (Scale.FULL.jobPosts() / Scale.FULL.employers())),
                            posts,
                            Scale.FULL.seekers()));
            try (Stream<JobPostRecord> records = generator.jobPosts()) {
                dayLabour = records.parallel()
                        .filter(District::isForThisMorning)
                        .map(record -> untouched(record.jobPost()))
                        .toList();
            }
        }

        private static boolean isForThisMorning(JobPostRecord post) {
            return post.townCode().startsWith(DISTRICT)
                    && post.settlement() == Settlement.DAILY
                    && post.slots().has(DayOfWeek.MONDAY, TimeSlots.DayPart.MORNING)
                    && post.startsOn().filter(TODAY::equals).isPresent()
                    && post.jobPost().open();
        }

        /** Who applied on earlier days has been answered: nobody is after today's places yet. */
        private static JobPost untouched(JobPost post) {
            return new Places(post).now();
        }

        private static boolean comes(SeekerRecord seeker) {
            return seeker.state() == SeekerState.ACTIVE
                    && seeker.slots().has(DayOfWeek.MONDAY, TimeSlots.DayPart.MORNING)
                    && (seeker.settlements().isEmpty() || seeker.settlements().contains(Settlement.DAILY))
                    && metres(seeker.home().orElse(PLACE)) <= FARTHEST_HOME_METRES;
        }

        /**
         * One morning.
         *
         * @param seed decides who comes when with which habits, and which posts this market's people hear of
         * @param people how many come
         * @param openingsPercent openings for every hundred people, as far as the district has them
         */
        MorningMarket morning(long seed, int people, int openingsPercent, Habits habits) {
            int openings = (int) ((long) people * openingsPercent / 100);
            SplittableRandom random = new SplittableRandom(seed);
            return new MorningMarket(
                    posts(openings, random.nextLong()), people(Arrivals.draw(people, habits, random), habits, random));
        }

        private List<JobPost> posts(int openings, long seed) {
            List<JobPost> shuffled = new ArrayList<>(dayLabour);
            Collections.shuffle(shuffled, new Random(seed));
            List<JobPost> some = new ArrayList<>();
            int sum = 0;
            for (JobPost post : shuffled) {
                if (sum + post.openings().left() <= openings) {
                    some.add(post);
                    sum += post.openings().left();
                }
            }
            return some;
        }

        private List<Person> people(int[] arrivals, Habits habits, SplittableRandom random) {
            List<Person> people = new ArrayList<>();
            while (people.size() < arrivals.length) {
                SeekerRecord seeker =
                        generator.seeker(random.nextLong(1, generator.scale().seekers() + 1));
                if (comes(seeker)) {
                    Seeker.Wish wish = seeker.seeker(PLACE).wish();
                    int age = Period.between(seeker.birthDate(), TODAY).getYears();
                    int number = people.size();
                    people.add(Person.of(number, wish, age, arrivals[number], habits, random.nextLong()));
                }
            }
            return people;
        }
    }
}
