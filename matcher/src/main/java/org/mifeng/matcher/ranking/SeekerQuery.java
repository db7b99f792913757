package org.mifeng.matcher.ranking;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.HelpGroup;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.Part;
import org.mifeng.matcher.SeekerRequest;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.occupation.OccupationTree;

/**
 * A post made ready for scoring seekers: {@link RankingQuery} seen from the other side. The score of a pair is the same
 * to the last bit, for it is the same sum of the same functions. Immutable.
 */
public final class SeekerQuery {
    /** Stands for the wish of who names no occupation: every post is as near as can be. */
    public static final int ANY_OCCUPATION = -1;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final RankingModel model;
    private final Weights weights;
    private final SeekerRequest request;
    private final List<String> terms;
    private final int[] impactMilli;
    private final double[] closeness;
    private final Coordinates.Point place;
    private final int fenPerHour;
    private final int medianFenPerHour;
    private final int soonSlots;
    private final int settlementBit;
    private final int welcomes;
    private final boolean limitLifted;
    private final double freshness;
    private final double vacancy;
    private final double trust;
    private final long bornAfterDay;
    private final long bornUntilDay;

    /**
     * @param model the model
     * @param tree the known occupations
     * @param request the question
     * @param words of the post, the title counted twice
     * @param statistics of the index that is asked
     * @throws org.mifeng.matcher.InvalidFieldException if the post's occupation is unknown
     */
    public SeekerQuery(
            RankingModel model,
            OccupationTree tree,
            SeekerRequest request,
            WordCounts words,
            TextStatistics statistics) {
        JobPost post = request.post();
        int occupation = tree.ordinal(post.occupation());
        LocalDate today = LocalDate.ofInstant(request.now(), ZONE);
        this.model = model;
        this.weights = model.match();
        this.request = request;
        this.terms = List.copyOf(words.frequencies().keySet());
        this.impactMilli = words.frequencies().entrySet().stream()
                .mapToInt(word -> impactMilli(word, words.length(), statistics))
                .toArray();
        this.closeness = tree.closenessTo(List.of(post.occupation()));
        this.place = post.place().point();
        this.fenPerHour = post.pay().fenPerHour();
        this.medianFenPerHour = tree.trades().get(occupation).medianFenPerHour();
        this.soonSlots = TimeSlots.onDayAndNext(request.now()).bits();
        this.settlementBit = 1 << post.settlement().ordinal();
        this.welcomes = HelpGroup.mask(post.welcomes());
        this.limitLifted = post.liftsDistanceLimit();
        this.freshness = model.freshness(
                post.confirmedAt().getEpochSecond(), request.now().getEpochSecond());
        this.vacancy = post.openings().vacancyPercent() / Fit.PERCENT;
        this.trust = post.trustPercent() / Fit.PERCENT;
        int least = post.hazardousOrUnknown() ? Fit.ADULT_YEARS : Fit.WORKING_AGE_YEARS;
        this.bornUntilDay = today.minusYears(Math.max(post.minAge(), least)).toEpochDay();
        this.bornAfterDay = today.minusYears(post.maxAge() + 1L).toEpochDay();
    }

    private static int impactMilli(Map.Entry<String, Integer> word, int length, TextStatistics statistics) {
        return RankingModel.termImpact(
                statistics.inverseDocumentFrequencyMilli(word.getKey()),
                RankingModel.termCode(word.getValue(), length, statistics.averageLength()));
    }

    /** The request behind this query. */
    public SeekerRequest request() {
        return request;
    }

    /** Whether nobody may be found: the post is closed, full or expired. */
    public boolean forbidden() {
        JobPost post = request.post();
        return !post.open()
                || post.openings().left() == 0
                || post.validUntil().getEpochSecond() <= request.now().getEpochSecond();
    }

    /** The post's terms, each once. */
    public List<String> terms() {
        return terms;
    }

    /** What the term of this place among {@link #terms} gives a seeker who has it too, thousandths. */
    public int impactMilli(int term) {
        return impactMilli[term];
    }

    /** Where the work begins. */
    public Coordinates.Point place() {
        return place;
    }

    /** The score of a seeker, or a bound of the scores of several if given the best fact of each kind. */
    public double score(SeekerFacts facts) {
        return weights.sum(
                facts.closeness(),
                RankingModel.text(facts.bm25Milli(), model.halfText()),
                RankingModel.proximity(facts.metres(), facts.halfDistanceMetres()),
                RankingModel.pay(fenPerHour, Math.max(medianFenPerHour, facts.floorFenPerHour())),
                facts.time(),
                facts.settled(),
                freshness,
                vacancy,
                trust,
                facts.help(),
                facts.history());
    }

    /** The value of each part, in the order of {@link Part}. */
    public List<Double> values(SeekerFacts facts) {
        return List.of(
                facts.closeness(),
                RankingModel.text(facts.bm25Milli(), model.halfText()),
                RankingModel.proximity(facts.metres(), facts.halfDistanceMetres()),
                RankingModel.pay(fenPerHour, Math.max(medianFenPerHour, facts.floorFenPerHour())),
                facts.time(),
                facts.settled(),
                freshness,
                vacancy,
                trust,
                facts.help(),
                facts.history());
    }

    /** The weight of a part in this query. */
    public double weight(Part part) {
        return weights.of(part);
    }

    /** How close a wished occupation is to the post's, by its ordinal or {@link #ANY_OCCUPATION}. */
    public double closeness(int wish) {
        return wish == ANY_OCCUPATION ? 1 : closeness[wish];
    }

    /** The time part for who is free at these slots; not falling with more of them. */
    public double time(int freeSlots) {
        return Fit.time(request.post().slots().bits(), freeSlots, soonSlots);
    }

    /** The settlement part for who accepts the settlements in the mask. */
    public double settled(int settlements) {
        return Fit.settled(settlementBit, settlements);
    }

    /** The help part for who is in these groups; not falling with more of them. */
    public double help(int helpGroups) {
        return Fit.help(helpGroups, welcomes);
    }

    /** The history part. */
    public double history(boolean dismissed, boolean wanted) {
        return Fit.history(dismissed, wanted);
    }

    /** Whether who holds these certificates holds all that the post demands (P24). */
    public boolean holds(long certificates) {
        return Fit.holds(request.post().certificates(), certificates);
    }

    /** Whether someone born on this day, counted from 1970, is of an age to whom the post may be shown (P13, P20, P21). */
    public boolean ageAllowed(int bornOnDay) {
        return bornOnDay > bornAfterDay && bornOnDay <= bornUntilDay;
    }

    /** Whether the post's times fit who is free at these slots. */
    public boolean timesFit(int freeSlots) {
        return Fit.timesFit(request.post().slots().bits(), request.post().shiftFixed(), freeSlots);
    }

    /** Whether the pay reaches what must be reached, fen per hour. */
    public boolean payAllowed(int leastFenPerHour) {
        return fenPerHour >= leastFenPerHour;
    }

    /** Whether the way is short enough for who goes at most so far. */
    public boolean wayAllowed(double metres, int mostMetres) {
        return Fit.wayAllowed(metres, mostMetres, limitLifted);
    }

    /** Whether a seeker comes behind the place from which on the request asks. */
    public boolean behindCursor(double score, long id) {
        if (request.after().isEmpty()) {
            return true;
        }
        MatchRequest.Place after = request.after().get();
        return score < after.rank() || (score == after.rank() && id > after.id());
    }
}
