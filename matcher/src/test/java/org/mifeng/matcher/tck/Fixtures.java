package org.mifeng.matcher.tck;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.mifeng.matcher.Background;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.Hazard;
import org.mifeng.matcher.HelpGroup;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Openings;
import org.mifeng.matcher.Pay;
import org.mifeng.matcher.PayUnit;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.SeekerRequest;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.TravelMode;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.occupation.RelatedTrades;
import org.mifeng.matcher.occupation.Trade;

/** A small world of trades, posts and wishes, coarse on purpose: equal scores and empty answers must happen. */
public final class Fixtures {
    /** The moment of all questions. */
    public static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

    /** Carrying goods. */
    public static final OccupationCode CARRYING = new OccupationCode("4-02-05-01");

    /** Cleaning, of another middle group. */
    public static final OccupationCode CLEANING = new OccupationCode("4-10-01-05");

    /** The HR market. */
    public static final Coordinates MARKET = new Coordinates(35.4150, 116.5870);

    private static final List<String> WORDS = List.of(
            "装卸", "搬运", "保洁", "打扫卫生", "电焊", "帮厨", "洗碗", "分拣", "包装", "夜班", "日结", "环保", "洁具", "酒店保洁员", "急招", "包吃住", "长期",
            "临时工", "车间", "仓库", "快递", "门卫", "缝纫", "abc", "A级", "装卸工", "食堂");

    /** The known occupations, with a dictionary of the first half of the words. */
    public static final OccupationTree TREE = tree();

    private Fixtures() {}

    private static OccupationTree tree() {
        List<Trade> trades = new ArrayList<>();
        for (String code : List.of(
                "4-02-05-01",
                "4-02-05-02",
                "4-02-06-01",
                "4-02-06-02",
                "4-03-02-01",
                "4-03-02-05",
                "4-07-05-01",
                "4-10-01-05",
                "4-10-01-06",
                "6-05-01-02",
                "6-18-02-04",
                "6-29-02-06",
                "6-29-01-01",
                "5-01-01-02")) {
            trades.add(new Trade(new OccupationCode(code), "工种" + code, 1_500 + 100 * trades.size()));
        }
        return new OccupationTree(
                trades,
                List.of(new RelatedTrades(new OccupationCode("4-02-05-01"), new OccupationCode("6-29-02-06"), 0.6)),
                LongestWords.of(WORDS.subList(0, WORDS.size() / 2)));
    }

    /** A post that everyone may see, changed in one respect by the caller. */
    public static JobPost aPost(long id, long version) {
        return new JobPost(
                id,
                version,
                1,
                true,
                CARRYING,
                MARKET,
                370_811_002,
                "装卸工",
                "仓库装卸，工作轻松",
                new Pay(26_000, PayUnit.DAY, 8),
                Settlement.DAILY,
                TimeSlots.NEVER,
                false,
                new Openings(5, 5, 0),
                0,
                Set.of(),
                Set.of(),
                true,
                16,
                120,
                70,
                Set.of(),
                Optional.empty(),
                NOW,
                NOW,
                NOW.plus(Duration.ofDays(7)));
    }

    /** A wish that every post satisfies. */
    public static Seeker.Wish aWish() {
        return new Seeker.Wish(
                List.of(CARRYING), "", MARKET, TravelMode.E_BIKE, 50_000, TimeSlots.ALWAYS, Set.of(), 0, false, 0);
    }

    /** A request of an adult for twenty posts. */
    public static MatchRequest aRequest(Seeker.Wish wish) {
        return new MatchRequest(
                wish,
                Background.NONE,
                Optional.of(45),
                Optional.empty(),
                OptionalLong.empty(),
                NOW,
                20,
                MatchRequest.Cursor.START);
    }

    /** The usual request at another moment. */
    public static MatchRequest at(Instant now) {
        return new MatchRequest(
                aWish(),
                Background.NONE,
                Optional.of(45),
                Optional.empty(),
                OptionalLong.empty(),
                now,
                20,
                MatchRequest.Cursor.START);
    }

    /** The usual request of somebody of this age. */
    public static MatchRequest aged(int years) {
        return new MatchRequest(
                aWish(),
                Background.NONE,
                Optional.of(years),
                Optional.empty(),
                OptionalLong.empty(),
                NOW,
                20,
                MatchRequest.Cursor.START);
    }

    /** The usual request of somebody with this background. */
    public static MatchRequest of(Background background) {
        return new MatchRequest(
                aWish(),
                background,
                Optional.of(45),
                Optional.empty(),
                OptionalLong.empty(),
                NOW,
                20,
                MatchRequest.Cursor.START);
    }

    /** The same request with near-equals shuffled. */
    public static MatchRequest spread(MatchRequest request, long seed) {
        return new MatchRequest(
                request.wish(),
                request.background(),
                request.ageYears(),
                request.search(),
                OptionalLong.of(seed),
                request.now(),
                request.limit(),
                request.after());
    }

    /** The same post of another employer. */
    public static JobPost ofEmployer(JobPost post, int employer) {
        return of(post, employer + 1L, post.occupation(), post.title(), post.body());
    }

    /** The same post of another trade. */
    public static JobPost ofTrade(JobPost post, OccupationCode occupation) {
        return of(post, post.employerId(), occupation, post.title(), post.body());
    }

    /** The same post with this title and nothing beside it. */
    public static JobPost titled(JobPost post, String title) {
        return of(post, post.employerId(), post.occupation(), title, "");
    }

    /** The same post with this title and body. */
    public static JobPost worded(JobPost post, String title, String body) {
        return of(post, post.employerId(), post.occupation(), title, body);
    }

    private static JobPost of(JobPost post, long employerId, OccupationCode occupation, String title, String body) {
        return new JobPost(
                post.id(),
                post.version(),
                employerId,
                post.open(),
                occupation,
                post.place(),
                post.town(),
                title,
                body,
                post.pay(),
                post.settlement(),
                post.slots(),
                post.shiftFixed(),
                post.openings(),
                post.certificates(),
                post.benefits(),
                post.hazards(),
                post.hazardsKnown(),
                post.minAge(),
                post.maxAge(),
                post.trustPercent(),
                post.welcomes(),
                post.startsOn(),
                post.postedAt(),
                post.confirmedAt(),
                post.validUntil());
    }

    /** Any post. */
    public static JobPost randomPost(RandomGenerator random, long id, long version) {
        Instant confirmed = NOW.minus(Duration.ofHours(random.nextInt(200)));
        return new JobPost(
                id,
                version,
                1 + random.nextInt(50),
                random.nextInt(10) < 7,
                randomOccupation(random),
                randomPlace(random),
                370_811_001 + random.nextInt(8),
                words(random, 1 + random.nextInt(3)),
                words(random, random.nextInt(12)),
                new Pay(
                        1_000 * (1 + random.nextInt(40)),
                        PayUnit.values()[random.nextInt(PayUnit.values().length)],
                        1 + random.nextInt(12)),
                Settlement.values()[random.nextInt(4)],
                fewSlots(random),
                random.nextInt(4) == 0,
                new Openings(10, random.nextInt(11), random.nextInt(3) == 0 ? random.nextInt(30) : 0),
                random.nextInt(3) == 0 ? 1L << random.nextInt(3) : 0,
                randomSet(random, Benefit.class, 6),
                randomSet(random, Hazard.class, 8),
                random.nextInt(3) > 0,
                16 + random.nextInt(2) * 2,
                random.nextBoolean() ? 120 : 60,
                5 * random.nextInt(21),
                randomSet(random, HelpGroup.class, 8),
                random.nextInt(3) == 0
                        ? Optional.of(LocalDate.of(2026, 11, 20).plusDays(random.nextInt(8)))
                        : Optional.empty(),
                confirmed.minus(Duration.ofHours(random.nextInt(100))),
                confirmed,
                NOW.plus(Duration.ofHours(random.nextInt(100) - 10L)));
    }

    /** Any request of any person, or of nobody. */
    public static MatchRequest randomRequest(RandomGenerator random) {
        List<OccupationCode> wishes = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            wishes.add(randomOccupation(random));
        }
        String text = random.nextInt(3) == 0 ? words(random, 1 + random.nextInt(4)) : "";
        Seeker.Wish wish = new Seeker.Wish(
                wishes,
                text,
                randomPlace(random),
                TravelMode.values()[random.nextInt(3)],
                random.nextInt(3) == 0 ? 1_500 : 30_000,
                random.nextInt(2) == 0 ? TimeSlots.ALWAYS : fewSlots(random),
                randomSet(random, Settlement.class, 4),
                random.nextInt(3) * 1_500,
                random.nextInt(4) == 0,
                random.nextInt(8));
        Optional<Integer> age = random.nextInt(4) == 0 ? Optional.empty() : Optional.of(14 + random.nextInt(60));
        return new MatchRequest(
                wish,
                randomBackground(random),
                age,
                Optional.empty(),
                random.nextBoolean() ? OptionalLong.of(random.nextLong(20)) : OptionalLong.empty(),
                NOW,
                1 + random.nextInt(30),
                MatchRequest.Cursor.START);
    }

    private static Background randomBackground(RandomGenerator random) {
        return random.nextInt(3) == 0
                ? Background.NONE
                : new Background(
                        randomSet(random, HelpGroup.class, 3),
                        randomNumbers(random, 51),
                        randomNumbers(random, 51),
                        randomNumbers(random, 3_000));
    }

    static Set<Long> randomNumbers(RandomGenerator random, int below) {
        return random.longs(random.nextInt(6), 1, below).boxed().collect(Collectors.toSet());
    }

    static TimeSlots fewSlots(RandomGenerator random) {
        int slots = (1 << 28) - 1;
        for (int i = 0; i < 3; i++) {
            slots &= random.nextInt(1 << 28);
        }
        return new TimeSlots(slots);
    }

    static OccupationCode randomOccupation(RandomGenerator random) {
        List<Trade> trades = TREE.trades();
        return trades.get(Math.min(random.nextInt(trades.size()), random.nextInt(trades.size())))
                .code();
    }

    /** One of few places, so that equal distances happen. */
    private static Coordinates randomPlace(RandomGenerator random) {
        return new Coordinates(35.30 + 0.02 * random.nextInt(12), 116.45 + 0.02 * random.nextInt(12));
    }

    static String word(RandomGenerator random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    static String words(RandomGenerator random, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            // none too: characters of two words touch
            text.append(word(random)).append(List.of("，", " ", "").get(random.nextInt(3)));
        }
        return text.toString();
    }

    static <E extends Enum<E>> Set<E> randomSet(RandomGenerator random, Class<E> type, int oneIn) {
        Set<E> set = EnumSet.noneOf(type);
        Arrays.stream(type.getEnumConstants())
                .filter(value -> random.nextInt(oneIn) == 0)
                .forEach(set::add);
        return set;
    }

    /** Any seeker. */
    public static Seeker randomSeeker(RandomGenerator random, long id, long version) {
        return new Seeker(
                id,
                version,
                random.nextInt(10) > 0,
                LocalDate.of(1960 + random.nextInt(55), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                randomRequest(random).wish(),
                randomBackground(random));
    }

    /** An active adult whom every post suits, changed in one respect by the caller. */
    public static Seeker aSeeker(long id, long version) {
        return new Seeker(id, version, true, LocalDate.of(1981, 3, 9), aWish(), Background.NONE);
    }

    /** The same seeker who wishes this trade alone, and this pay as no must. */
    public static Seeker wishing(Seeker seeker, OccupationCode trade, int floorFenPerHour) {
        Seeker.Wish wish = seeker.wish();
        return new Seeker(
                seeker.id(),
                seeker.version(),
                seeker.active(),
                seeker.birthDate(),
                new Seeker.Wish(
                        List.of(trade),
                        wish.text(),
                        wish.start(),
                        wish.travel(),
                        wish.maxDistanceMetres(),
                        wish.slots(),
                        wish.settlements(),
                        floorFenPerHour,
                        false,
                        wish.certificates()),
                seeker.background());
    }

    /** The usual seeker, born on this day. */
    public static Seeker born(long id, LocalDate birthDate) {
        return new Seeker(id, 1, true, birthDate, aWish(), Background.NONE);
    }

    /** The usual seeker with this background. */
    public static Seeker of(long id, Background background) {
        return new Seeker(id, 1, true, LocalDate.of(1981, 3, 9), aWish(), background);
    }

    /** Who suits this post, fifty of them. */
    public static SeekerRequest forPost(JobPost post) {
        return new SeekerRequest(post, NOW, 50, Optional.empty());
    }
}
