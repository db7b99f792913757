package org.mifeng.indexdata.generator;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.mifeng.indexdata.bulk.EmployerRecord;
import org.mifeng.indexdata.bulk.IdNumber;
import org.mifeng.indexdata.bulk.JobPostRecord;
import org.mifeng.indexdata.bulk.JobPostState;
import org.mifeng.indexdata.bulk.SeekerRecord;
import org.mifeng.indexdata.bulk.SeekerState;
import org.mifeng.indexdata.reference.Certificate;
import org.mifeng.indexdata.reference.Certificates;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.Hazard;
import org.mifeng.matcher.HelpGroup;
import org.mifeng.matcher.PayUnit;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.TravelMode;

/**
 * A made-up market of Jining. The same seed, moment and scale give the same records, on every machine; a record is
 * computed from its number alone, so any range can be made on any thread. Immutable, safe for many threads.
 *
 * <ul>
 *   <li>Trades occur as often as in real advertisements, pay is log-normal around the trade's median and rounded as people
 *       round, employers are few large and many small, each with one to five sites where its posts cluster.
 *   <li>Sixty of a hundred posts are live: valid beyond the moment, with openings left.
 *   <li>Nobody is real: ID numbers are of the unassigned region 100000 and unique, phones cannot be dialled, employers
 *       have 示例 in their names, credit codes are of the unassigned region 000000, roads do not exist.
 *   <li>What a person wishes does not depend on the sex their number shows: a generator must not teach prejudice.
 * </ul>
 */
public final class Generator {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MINUTES_PER_DAY = 24 * 60;

    /** From when on a person may register as an older one in difficulty; the same for all. */
    private static final int OLDER_FROM_YEARS = 50;

    /** Sectors in which many are wanted at once. */
    private static final Set<String> CROWDS =
            Set.of("logistics", "factory", "textile", "food", "farm", "promo", "building");

    private final long seed;
    private final Instant asOf;
    private final LocalDate today;
    private final Scale scale;
    private final Trades trades = new Trades();
    private final Geography geography = new Geography();
    private final Market market;
    private final PostText postText;
    private final SeekerText seekerText = new SeekerText();
    private final BirthDates birthDates;
    private final long healthBit = Certificates.bits(List.of("health"));
    private final long drivingBits = Certificates.withImplied(Certificates.bits(List.of("driving-c1")));

    private Generator(long seed, Instant asOf, Scale scale) {
        this.seed = seed;
        this.asOf = asOf.truncatedTo(ChronoUnit.SECONDS);
        this.scale = scale;
        today = this.asOf.atZone(ZONE).toLocalDate();
        market = new Market(seed, this.asOf, scale.employers(), trades, geography);
        postText = new PostText(trades);
        birthDates = new BirthDates(seed, today, scale.seekers());
    }

    /**
     * A market.
     *
     * @param seed any number
     * @param asOf the moment that live posts are live at, cut to whole seconds; nothing was confirmed or changed after it
     * @param scale how much
     */
    public static Generator of(long seed, Instant asOf, Scale scale) {
        return new Generator(seed, asOf, scale);
    }

    /** The first moment of the day in Jining: the {@code asOf} for a market that should be as of today. */
    public static Instant dayOf(Instant moment) {
        return moment.atZone(ZONE).toLocalDate().atStartOfDay(ZONE).toInstant();
    }

    /** How much there is. */
    public Scale scale() {
        return scale;
    }

    /** All employers by number. The stream may be made parallel. */
    public Stream<EmployerRecord> employers() {
        return range(1, scale.employers(), this::employer);
    }

    /** All job posts by number. The stream may be made parallel. */
    public Stream<JobPostRecord> jobPosts() {
        return jobPosts(1, scale.jobPosts());
    }

    /** The job posts of these numbers, both included. The stream may be made parallel. */
    public Stream<JobPostRecord> jobPosts(long from, long to) {
        check(to == 0 || to <= scale.jobPosts(), "job post", to);
        return range(from, to, this::jobPost);
    }

    /** All seekers by number. The stream may be made parallel. */
    public Stream<SeekerRecord> seekers() {
        return seekers(1, scale.seekers());
    }

    /** The seekers of these numbers, both included. The stream may be made parallel. */
    public Stream<SeekerRecord> seekers(long from, long to) {
        check(to == 0 || to <= scale.seekers(), "seeker", to);
        return range(from, to, this::seeker);
    }

    private static <T> Stream<T> range(long from, long to, LongFunction<T> record) {
        return LongStream.rangeClosed(from, to).mapToObj(record);
    }

    private static void check(boolean holds, String what, long number) {
        if (!holds) {
            throw new IllegalArgumentException("there is no " + what + " " + number);
        }
    }

    /**
     * One employer.
     *
     * @param number 1 to the scale's
     */
    public EmployerRecord employer(long number) {
        check(number >= 1 && number <= scale.employers(), "employer", number);
        return market.employer(number);
    }

    /**
     * One job post.
     *
     * @param number 1 to the scale's
     */
    public JobPostRecord jobPost(long number) {
        check(number >= 1 && number <= scale.jobPosts(), "job post", number);
        Draw draw = new Draw(seed, Draw.Kind.JOB_POST, number);
        TradePlan trade = trades.byFrequency(draw);
        EmployerPlan employer = market.employer(trade.occupation().sector(), draw);
        Site site = employer.site(draw);
        PayUnit unit = trade.payUnit(draw);
        boolean night = draw.percent(trade.occupation().nightPercent());
        Wage wage = Wage.of(trade.occupation(), unit, night, draw);
        Shift shift = Shift.of(unit, night, draw);
        Settlement settlement = trade.settlement(unit, draw);
        JobPostState state = state(draw);
        int openings = openings(employer.sector(), draw);
        long certificates = demanded(trade, draw);
        Set<Benefit> benefits = benefits(trade, certificates, draw);
        boolean hazardsKnown = draw.percent(88);
        Set<Hazard> hazards = hazardsKnown ? hazards(trade, shift, draw) : EnumSet.noneOf(Hazard.class);
        boolean severe = hazards.contains(Hazard.MINE) || hazards.contains(Hazard.HEIGHT);
        PostTimes times = times(state, draw);
        // a sequence of its own, so that what else is drawn of a post stays as it is
        Draw own = new Draw(~seed, Draw.Kind.JOB_POST, number);
        PostText.Subject subject =
                new PostText.Subject(trade, wage, settlement, shift, benefits, certificates, site.townName(), openings);
        return new JobPostRecord(
                number,
                SyntheticNumbers.publicId(seed, Draw.Kind.JOB_POST, number),
                employer.id(),
                state,
                trade.occupation().code(),
                postText.title(subject, draw),
                postText.body(subject, draw),
                site.place(),
                site.townCode(),
                site.address(),
                wage.pay(),
                settlement,
                shift.slots(),
                draw.percent(night ? 60 : 38),
                openings,
                openingsLeft(state, openings, draw),
                applicants(state, openings, own),
                certificates,
                benefits,
                hazards,
                hazardsKnown,
                welcomes(own),
                // the law sets 18 for hazardous work (P21); a post in a hundred has a higher limit, justified (P13)
                hazards.isEmpty() && draw.percent(45) ? 16 : 18,
                severe && draw.percent(15) ? draw.between(11, 12) * 5 : 120,
                startsOn(times.createdAt(), state, draw),
                employer.phone(),
                times.confirmedAt(),
                times.validUntil(),
                times.createdAt(),
                times.updatedAt());
    }

    private static JobPostState state(Draw draw) {
        int percent = draw.below(100);
        if (percent < 60) {
            return JobPostState.LIVE;
        }
        if (percent < 81) {
            return JobPostState.EXPIRED;
        }
        if (percent < 92) {
            return JobPostState.FILLED;
        }
        return percent < 98 ? JobPostState.PAUSED : JobPostState.TAKEN_DOWN;
    }

    private static int openings(String sector, Draw draw) {
        int few = 1 + draw.below(3);
        if (!CROWDS.contains(sector) || draw.percent(45)) {
            return draw.percent(85) ? few : draw.between(3, 8);
        }
        return draw.percent(80) ? draw.between(3, 15) : draw.between(2, 12) * 5;
    }

    private static int openingsLeft(JobPostState state, int openings, Draw draw) {
        return switch (state) {
            case LIVE -> draw.percent(55) ? openings : draw.between(1, openings);
            case FILLED -> 0;
            case IN_REVIEW, PAUSED, EXPIRED, TAKEN_DOWN -> draw.between(0, openings);
        };
    }

    /** After a third of the live posts there are people, after one in fifteen more than there are places. */
    private static int applicants(JobPostState state, int openings, Draw draw) {
        if (state != JobPostState.LIVE || !draw.percent(33)) {
            return 0;
        }
        return draw.percent(80) ? draw.between(1, openings) : openings + draw.between(1, 2 * openings);
    }

    /** One post in seven says whom it welcomes. */
    private static Set<HelpGroup> welcomes(Draw draw) {
        EnumSet<HelpGroup> welcomes = EnumSet.noneOf(HelpGroup.class);
        add(welcomes, HelpGroup.OLDER, 8, draw);
        add(welcomes, HelpGroup.DISABLED, 3, draw);
        add(welcomes, HelpGroup.LOW_INCOME, 3, draw);
        add(welcomes, HelpGroup.LONG_WITHOUT_WORK, 3, draw);
        return welcomes;
    }

    /** Registered ones: one in nine, whatever the sex. */
    private Set<HelpGroup> helpGroups(LocalDate birthDate, Draw draw) {
        EnumSet<HelpGroup> groups = EnumSet.noneOf(HelpGroup.class);
        if (birthDate.isBefore(today.minusYears(OLDER_FROM_YEARS))) {
            add(groups, HelpGroup.OLDER, 6, draw);
        }
        add(groups, HelpGroup.DISABLED, 2, draw);
        add(groups, HelpGroup.LOW_INCOME, 3, draw);
        add(groups, HelpGroup.LONG_WITHOUT_WORK, 4, draw);
        return groups;
    }

    /** Of driving classes a post demands one. */
    private static long demanded(TradePlan trade, Draw draw) {
        long bits = 0;
        boolean drives = false;
        for (TradePlan.Share<Certificate> share : trade.certificates()) {
            boolean driving = share.thing().key().startsWith("driving-");
            if (draw.percent(share.percent()) && !(driving && drives)) {
                bits |= share.thing().bit();
                drives |= driving;
            }
        }
        return bits;
    }

    private static Set<Benefit> benefits(TradePlan trade, long certificates, Draw draw) {
        EnumSet<Benefit> benefits = EnumSet.noneOf(Benefit.class);
        String sector = trade.occupation().sector();
        boolean table = sector.equals("catering") || sector.equals("hotel") || sector.equals("home");
        boolean far = sector.equals("building") || sector.equals("mine") || sector.equals("factory");
        add(benefits, Benefit.MEALS, table ? 75 : far ? 45 : 28, draw);
        add(benefits, Benefit.LODGING, far || table ? 24 : 10, draw);
        add(benefits, Benefit.PICK_UP, sector.equals("farm") ? 35 : far ? 10 : 4, draw);
        add(benefits, Benefit.TRANSPORT_ALLOWANCE, 7, draw);
        add(benefits, Benefit.INSURANCE, far ? 42 : 25, draw);
        add(benefits, Benefit.NO_SKILL_NEEDED, certificates == 0 ? 38 : 2, draw);
        return benefits;
    }

    private static <E extends Enum<E>> void add(EnumSet<E> set, E member, int percent, Draw draw) {
        if (draw.percent(percent)) {
            set.add(member);
        }
    }

    private static Set<Hazard> hazards(TradePlan trade, Shift shift, Draw draw) {
        EnumSet<Hazard> hazards = EnumSet.noneOf(Hazard.class);
        for (TradePlan.Share<Hazard> share : trade.hazards()) {
            if (draw.percent(share.percent())) {
                hazards.add(share.thing());
            }
        }
        if (shift.isAtNight()) {
            hazards.add(Hazard.NIGHT);
        }
        return hazards;
    }

    /**
     * When things happened to a post.
     *
     * @param createdAt posted
     * @param confirmedAt last confirmed by the employer
     * @param validUntil expires
     * @param updatedAt last changed
     */
    private record PostTimes(Instant createdAt, Instant confirmedAt, Instant validUntil, Instant updatedAt) {}

    private PostTimes times(JobPostState state, Draw draw) {
        if (state == JobPostState.EXPIRED) {
            Instant validUntil = ago(draw.between(10, 400 * MINUTES_PER_DAY));
            Instant createdAt = before(validUntil, draw.between(3 * MINUTES_PER_DAY, 60 * MINUTES_PER_DAY));
            Instant confirmedAt = before(validUntil, draw.between(MINUTES_PER_DAY, 3 * MINUTES_PER_DAY));
            return new PostTimes(createdAt, confirmedAt, validUntil, validUntil);
        }
        // most posts are young: the smallest of three ages
        int age = Math.min(
                Math.min(draw.below(60 * MINUTES_PER_DAY), draw.below(60 * MINUTES_PER_DAY)),
                draw.below(60 * MINUTES_PER_DAY));
        int confirmedAge = draw.percent(50) ? age : draw.below(age + 1);
        Instant validUntil = asOf.plus(Duration.ofMinutes(draw.between(3 * MINUTES_PER_DAY, 75 * MINUTES_PER_DAY)));
        Instant updatedAt = state == JobPostState.LIVE ? ago(confirmedAge) : ago(draw.below(confirmedAge + 1));
        return new PostTimes(ago(age), ago(confirmedAge), validUntil, updatedAt);
    }

    private Instant ago(int minutes) {
        return before(asOf, minutes);
    }

    private static Instant before(Instant moment, int minutes) {
        return moment.minusSeconds(60L * minutes);
    }

    private Optional<LocalDate> startsOn(Instant createdAt, JobPostState state, Draw draw) {
        if (draw.percent(30)) {
            return Optional.empty();
        }
        LocalDate from =
                state == JobPostState.LIVE ? today : createdAt.atZone(ZONE).toLocalDate();
        return Optional.of(from.plusDays(draw.percent(50) ? draw.below(2) : draw.between(2, 9)));
    }

    /**
     * One seeker.
     *
     * @param number 1 to the scale's
     */
    public SeekerRecord seeker(long number) {
        check(number >= 1 && number <= scale.seekers(), "seeker", number);
        Draw draw = new Draw(seed, Draw.Kind.SEEKER, number);
        LocalDate birthDate = birthDates.birthDate(number);
        int sequence = birthDates.sequence(number);
        List<TradePlan> wishes = wishes(draw);
        long certificates = held(wishes, draw);
        TravelMode travel = draw.percent(62) ? TravelMode.E_BIKE : draw.percent(55) ? TravelMode.WALK : TravelMode.CAR;
        SeekerState state = draw.percent(88) ? SeekerState.ACTIVE : SeekerState.INACTIVE;
        int age = draw.below(700 * MINUTES_PER_DAY);
        Instant createdAt = ago(age);
        Optional<Coordinates> home =
                draw.percent(94) ? Optional.of(Geography.placeIn(geography.town(draw), draw)) : Optional.empty();
        int floorFenPerHour = floor(wishes.getFirst(), draw);
        return new SeekerRecord(
                number,
                SyntheticNumbers.publicId(seed, Draw.Kind.SEEKER, number),
                IdNumber.synthetic(birthDate, sequence),
                seekerText.name(sequence % 2 == 1, birthDate.getYear(), draw),
                draw.percent(93) ? Optional.of(SyntheticNumbers.seekerPhone(number)) : Optional.empty(),
                state,
                birthDate,
                wishes.stream().map(wish -> wish.occupation().code()).toList(),
                seekerText.wish(wishes, certificates, draw),
                home,
                travel,
                distance(travel, draw),
                free(draw),
                settlements(draw),
                floorFenPerHour,
                floorFenPerHour > 0 && draw.percent(30),
                certificates,
                helpGroups(birthDate, new Draw(~seed, Draw.Kind.SEEKER, number)),
                state == SeekerState.ACTIVE || draw.percent(60) ? Optional.of(createdAt) : Optional.empty(),
                createdAt,
                ago(draw.below(age + 1)));
    }

    /** One to four trades: a first by frequency, others mostly its kin. */
    private List<TradePlan> wishes(Draw draw) {
        List<TradePlan> wishes = new ArrayList<>(4);
        wishes.add(trades.byFrequency(draw));
        int percent = draw.below(100);
        int more = percent < 30 ? 0 : percent < 65 ? 1 : percent < 90 ? 2 : 3;
        for (int i = 0; i < more; i++) {
            TradePlan other = draw.percent(82) ? trades.kin(wishes.getFirst(), draw) : trades.byFrequency(draw);
            if (!wishes.contains(other)) {
                wishes.add(other);
            }
        }
        return wishes;
    }

    private long held(List<TradePlan> wishes, Draw draw) {
        long bits = 0;
        for (TradePlan wish : wishes) {
            for (TradePlan.Share<Certificate> share : wish.certificates()) {
                // who wants the trade is likelier to hold what it demands
                if (draw.percent(Math.min(80, share.percent()))) {
                    bits |= Certificates.withImplied(share.thing().bit());
                }
            }
        }
        if (draw.percent(15)) {
            bits |= healthBit;
        }
        return draw.percent(28) ? bits | drivingBits : bits;
    }

    private static int distance(TravelMode travel, Draw draw) {
        return switch (travel) {
            case WALK -> draw.between(2, 10) * 500;
            case E_BIKE -> draw.between(3, 15) * 1_000;
            case CAR -> draw.between(2, 10) * 5_000;
        };
    }

    private static TimeSlots free(Draw draw) {
        int percent = draw.below(100);
        if (percent < 30) {
            return TimeSlots.ALWAYS;
        }
        if (percent < 72) {
            // by day, every day or on workdays, some in the evening too
            return Shift.slots(draw.percent(60) ? 0b1111111 : 0b0011111, draw.percent(45) ? 0b0111 : 0b0011);
        }
        if (percent < 82) {
            return Shift.slots(0b1100000, 0b0111);
        }
        return (percent < 93 ? Shift.DAY : Shift.NIGHTLY).draw(draw).slots();
    }

    private static Set<Settlement> settlements(Draw draw) {
        int percent = draw.below(100);
        if (percent < 28) {
            return EnumSet.noneOf(Settlement.class);
        }
        if (percent < 60) {
            return EnumSet.of(Settlement.DAILY);
        }
        if (percent < 74) {
            return EnumSet.of(Settlement.DAILY, Settlement.WEEKLY);
        }
        if (percent < 80) {
            return EnumSet.of(Settlement.DAILY, Settlement.ON_COMPLETION);
        }
        return percent < 92 ? EnumSet.of(Settlement.MONTHLY) : EnumSet.of(Settlement.MONTHLY, Settlement.WEEKLY);
    }

    /** In whole yuan, a little below what the trade pays; a third ask for nothing. */
    private static int floor(TradePlan wish, Draw draw) {
        if (draw.percent(35)) {
            return 0;
        }
        return wish.occupation().medianFenPerHour() * draw.between(70, 102) / 100 / 100 * 100;
    }
}
