package org.mifeng.matcher.ranking;

import java.util.List;
import java.util.Set;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.Part;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.occupation.OccupationTree;

/**
 * A request made ready for scoring: codes resolved, words cut into terms, limits as numbers. Immutable; backends read
 * it and call {@link #score}.
 */
public final class RankingQuery {
    private static final int ADULT_YEARS = 18;
    private static final int WORKING_AGE_YEARS = 16;

    private final RankingModel model;
    private final Weights weights;
    private final MatchRequest request;
    private final List<String> terms;
    private final double[] closeness;
    private final int[] referenceFenPerHour;
    private final Coordinates.Point start;
    private final int settlementMask;
    private final long nowSecond;
    private final int ageYears;

    /**
     * @param model the model
     * @param tree the known occupations
     * @param request the question
     * @param terms the terms of the request's text, each once, in a fixed order
     * @throws org.mifeng.matcher.InvalidFieldException if the request names an unknown occupation
     */
    public RankingQuery(RankingModel model, OccupationTree tree, MatchRequest request, List<String> terms) {
        Seeker.Wish wish = request.wish();
        this.model = model;
        this.weights = request.textRequired() ? model.search() : model.match();
        this.request = request;
        this.terms = List.copyOf(terms);
        this.closeness = tree.closenessTo(wish.occupations());
        this.referenceFenPerHour = tree.trades().stream()
                .mapToInt(trade -> Math.max(trade.medianFenPerHour(), wish.floorFenPerHour()))
                .toArray();
        this.start = wish.start().point();
        this.settlementMask = mask(wish.settlements());
        this.nowSecond = request.now().getEpochSecond();
        this.ageYears = request.ageYears().orElse(-1);
    }

    private static int mask(Set<Settlement> settlements) {
        int mask = 0;
        for (Settlement settlement : settlements) {
            mask |= 1 << settlement.ordinal();
        }
        return mask == 0 ? -1 : mask;
    }

    /** The request behind this query. */
    public MatchRequest request() {
        return request;
    }

    /** The terms looked for, each once. */
    public List<String> terms() {
        return terms;
    }

    /** Whether nobody may be shown anything: a person under 16 (P20). */
    public boolean forbidden() {
        return ageYears >= 0 && ageYears < WORKING_AGE_YEARS;
    }

    /** The moment of the question, seconds since 1970. */
    public long nowSecond() {
        return nowSecond;
    }

    /** Where the way begins. */
    public Coordinates.Point start() {
        return start;
    }

    /**
     * The score of a post, or a bound of the scores of several if given the best fact of each kind. The one place where
     * parts are added.
     *
     * @param occupation ordinal in the tree
     * @param bm25Milli the sum of its terms' impacts, thousandths
     * @param metres the way
     * @param fenPerHour what it pays
     * @param settled 1 if paid as asked, see {@link #settled}
     * @param confirmedAtSecond seconds since 1970
     */
    public double score(
            int occupation, int bm25Milli, double metres, int fenPerHour, double settled, long confirmedAtSecond) {
        return weights.occupation() * closeness[occupation]
                + weights.text() * model.text(bm25Milli)
                + weights.proximity() * proximity(metres)
                + weights.pay() * RankingModel.pay(fenPerHour, referenceFenPerHour[occupation])
                + weights.settlement() * settled
                + weights.freshness() * model.freshness(confirmedAtSecond, nowSecond);
    }

    /** The value of each part, in the order of {@link Part}; arguments as in {@link #score}. */
    public double[] values(
            int occupation, int bm25Milli, double metres, int fenPerHour, double settled, long confirmedAtSecond) {
        return new double[] {
            closeness[occupation],
            model.text(bm25Milli),
            proximity(metres),
            RankingModel.pay(fenPerHour, referenceFenPerHour[occupation]),
            settled,
            model.freshness(confirmedAtSecond, nowSecond)
        };
    }

    /** The weight of a part in this query. */
    public double weight(Part part) {
        return weights.of(part);
    }

    private double proximity(double metres) {
        return RankingModel.proximity(metres, request.wish().travel().halfDistanceMetres());
    }

    /** The settlement part: 1 if one of the settlements in the mask is welcome. */
    public double settled(int settlementsMask) {
        return (settlementsMask & settlementMask) == 0 ? 0 : 1;
    }

    /** Whether all certificates are held (P24). */
    public boolean holds(long certificates) {
        return (certificates & ~request.wish().certificates()) == 0;
    }

    /** Whether the post may be shown to someone of this age (P13, P21). */
    public boolean ageAllowed(int minAge, int maxAge, boolean hazardousOrUnknown) {
        return ageYears < 0
                || (ageYears >= minAge && ageYears <= maxAge && (ageYears >= ADULT_YEARS || !hazardousOrUnknown));
    }

    /** Whether the post's times fit: all of them if the shift is fixed, one of them otherwise; no times mean any. */
    public boolean timesFit(int slots, boolean shiftFixed) {
        int free = request.wish().slots().bits();
        return slots == 0 || (shiftFixed ? (slots & ~free) == 0 : (slots & free) != 0);
    }

    /** Whether the pay is enough where the seeker made the floor a must. */
    public boolean payAllowed(int fenPerHour) {
        return !request.wish().floorIsMust() || fenPerHour >= request.wish().floorFenPerHour();
    }

    /** Whether the way is short enough; pick-up or lodging lifts the limit. */
    public boolean wayAllowed(double metres, boolean limitLifted) {
        return limitLifted || metres <= request.wish().maxDistanceMetres();
    }

    /** Whether a match with this score and number comes behind the request's cursor. */
    public boolean behindCursor(double score, long id) {
        if (request.after().isEmpty()) {
            return true;
        }
        MatchRequest.Cursor after = request.after().get();
        return score < after.score() || (score == after.score() && id > after.id());
    }
}
