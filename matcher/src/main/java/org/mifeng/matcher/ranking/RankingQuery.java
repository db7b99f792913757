package org.mifeng.matcher.ranking;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.HelpGroup;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Part;
import org.mifeng.matcher.Relaxation;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.search.Search;
import org.mifeng.matcher.search.SearchFilter;
import org.mifeng.matcher.search.SearchSort;

/**
 * A request made ready for scoring: codes resolved, words cut into terms, limits as numbers. Immutable; backends read
 * it and call {@link #score}.
 */
public final class RankingQuery {
    /** Far more than a sum of a dozen numbers below 1 can be wrong by, far less than a rank matters. */
    private static final double ROUNDING = 1e-12;

    /** How surely a trade must be meant for its posts to be sought, in relation to the surest. */
    private static final double LEAST_SURE = 0.5;

    private static final long[] NOBODY = {};

    private final RankingModel model;
    private final Weights weights;
    private final double halfText;
    private final MatchRequest request;
    private final double[] closeness;
    private final int[] referenceFenPerHour;
    private final Coordinates.Point start;
    private final int settlementMask;
    private final double[] settlementParts;
    private final int freeSlots;
    private final int soonSlots;
    private final int helpMask;
    private final long[] wantedEmployers;
    private final long[] blockedEmployers;
    private final long[] dismissedPosts;
    private final boolean spread;
    private final long seed;
    private final double spreadWidth;
    private final MatchRequest.@Nullable Place tail;
    private final long nowSecond;
    private final int ageYears;
    private final SearchTerms words;
    private final PostFilter filter;
    private final boolean[] soughtTrades;
    private final boolean leavesOutWeakMeanings;
    private final SearchSort sort;

    /**
     * A match.
     *
     * @param model the model
     * @param tree the known occupations
     * @param request the question
     * @param terms the terms of the request's text, each once, in a fixed order
     * @throws org.mifeng.matcher.InvalidFieldException if the request names an unknown occupation
     */
    public RankingQuery(RankingModel model, OccupationTree tree, MatchRequest request, List<String> terms) {
        this(model, tree, request, SearchTerms.ofMatch(terms), true);
    }

    /**
     * A match or a search.
     *
     * @param model the model
     * @param tree the known occupations
     * @param request the question
     * @param analysis of the text; only a search asks for words
     * @param statistics those that the text is scored with
     * @throws org.mifeng.matcher.InvalidFieldException if the request names an unknown occupation, or is a search whose
     *     text holds no word
     */
    public static RankingQuery of(
            RankingModel model,
            OccupationTree tree,
            MatchRequest request,
            TextAnalysis analysis,
            TextStatistics statistics) {
        String text = request.wish().text();
        return new RankingQuery(
                model,
                tree,
                request,
                request.search()
                        .map(search -> SearchTerms.ofSearch(search, text, analysis, statistics))
                        .orElseGet(() -> SearchTerms.ofMatch(analysis.terms(text))),
                false);
    }

    private RankingQuery(
            RankingModel model, OccupationTree tree, MatchRequest request, SearchTerms words, boolean weakToo) {
        Seeker.Wish wish = request.wish();
        this.model = model;
        this.weights = request.search()
                .map(search -> search.namesOnly() ? model.searchByName() : model.search())
                .orElse(model.match());
        this.halfText = request.search().isPresent() ? model.halfSearchText() : model.halfText();
        this.request = request;
        this.words = words;
        this.filter =
                PostFilter.of(tree, request.search().map(Search::filter).orElse(SearchFilter.NONE), request.now());
        this.sort = request.search().map(Search::sort).orElse(SearchSort.FIT);
        Map<OccupationCode, Double> trades =
                request.search().map(Search::trades).orElse(Map.of());
        this.closeness = trades.isEmpty() ? tree.closenessTo(wish.occupations()) : tree.closenessTo(trades);
        this.soughtTrades = new boolean[closeness.length];
        double surest = trades.isEmpty() ? 0 : Collections.max(trades.values());
        boolean leftOut = false;
        for (Map.Entry<OccupationCode, Double> trade : trades.entrySet()) {
            boolean sure = trade.getValue() >= surest * LEAST_SURE;
            soughtTrades[tree.ordinal(trade.getKey())] = sure || weakToo;
            leftOut |= !sure && !weakToo;
        }
        this.leavesOutWeakMeanings = leftOut;
        this.referenceFenPerHour = tree.usualFenPerHour(wish.floorFenPerHour());
        this.start = wish.start().point();
        this.settlementMask = mask(wish.settlements());
        this.settlementParts = new double[Settlement.values().length];
        for (int i = 0; i < settlementParts.length; i++) {
            settlementParts[i] =
                    filter.admitsSettlement(i) ? weights.settlement() * settled(1 << i) : Double.NEGATIVE_INFINITY;
        }
        this.freeSlots = wish.slots().bits();
        this.soonSlots = TimeSlots.onDayAndNext(request.now()).bits();
        this.helpMask = HelpGroup.mask(request.background().helpGroups());
        this.wantedEmployers = sorted(request.background().wantedEmployers());
        this.blockedEmployers = sorted(request.background().blockedEmployers());
        this.dismissedPosts = sorted(request.background().dismissedPosts());
        this.spread = sort == SearchSort.FIT && request.spreadSeed().isPresent();
        this.seed = request.spreadSeed().orElse(0);
        this.spreadWidth = spread ? model.spreadWidth() : 0;
        this.tail = request.after().tail().orElse(null);
        this.nowSecond = request.now().getEpochSecond();
        this.ageYears = request.ageYears().orElse(-1);
    }

    /** Whether the words speak of trades so much less surely than of others that their posts are not sought for that alone. */
    public boolean leavesOutWeakMeanings() {
        return leavesOutWeakMeanings;
    }

    /** The same question for posts of every trade that the words may speak of, on this page and those that follow. */
    public RankingQuery withWeakMeanings(OccupationTree tree) {
        return new RankingQuery(model, tree, request.withAfter(request.after().withWeakMeanings()), words, true);
    }

    private static int mask(Set<Settlement> settlements) {
        int mask = 0;
        for (Settlement settlement : settlements) {
            mask |= 1 << settlement.ordinal();
        }
        return mask == 0 ? -1 : mask;
    }

    private static long[] sorted(Set<Long> numbers) {
        return numbers.isEmpty()
                ? NOBODY
                : numbers.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /** The request behind this query. */
    public MatchRequest request() {
        return request;
    }

    /** The terms looked for, each once. */
    public List<String> terms() {
        return words.scored();
    }

    /** The filter that posts must pass. */
    public PostFilter filter() {
        return filter;
    }

    /** Whether posts are left out for their words or their name. */
    public boolean excludesWords() {
        return !words.excluded().isEmpty() || !words.excludedNames().isEmpty();
    }

    /** The terms of each word to leave out. */
    public List<List<String>> excludedWords() {
        return words.excluded();
    }

    /** The names to leave out where a post says them in its title, or twice. */
    public List<ExcludedTerms> excludedNames() {
        return words.excludedNames();
    }

    /** Whether a post of this occupation with this text sum, or less, is of what a search looks for. */
    public boolean isSought(int occupation, int bm25Milli) {
        return bm25Milli >= words.leastMilli() || soughtTrades[occupation];
    }

    /** Whether the list goes by the score. */
    public boolean goesByScore() {
        return sort == SearchSort.FIT;
    }

    /**
     * What a list that does not go by the score goes by; never falls when a fact gets better.
     *
     * @param metres the way
     * @param fenPerHour what it pays
     * @param postedSecond seconds since 1970
     */
    public double key(double metres, int fenPerHour, long postedSecond) {
        return switch (sort) {
            case DISTANCE -> -metres;
            case PAY -> fenPerHour;
            case NEWNESS -> postedSecond;
            case FIT -> throw new IllegalStateException("the list goes by the score");
        };
    }

    /** Whether nobody may be shown anything: a person under 16 (P20). */
    public boolean forbidden() {
        return ageYears >= 0 && ageYears < Fit.WORKING_AGE_YEARS;
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
     * A bound of what the rank of a post has beside its way, its text, its settlement and its {@linkplain
     * RankingModel#merit merit}. The sum of all five is never below the rank: it is added in another order than the
     * score, and has a slack that is larger than all rounding.
     *
     * @param occupation ordinal in the tree
     * @param help the help part, or more
     * @param history the history part, or more
     * @param meritAsOf when the merits were taken, seconds since 1970
     */
    public double boundBesideWayAndMerit(int occupation, double help, double history, long meritAsOf) {
        return weights.occupation() * closeness[occupation]
                + weights.time()
                + weights.helpFirst() * help
                + weights.history() * history
                + (nowSecond < meritAsOf ? weights.freshness() : 0)
                + spreadWidth
                + ROUNDING;
    }

    /** What the way adds to a score; more if it is shorter. */
    public double proximityPart(double metres) {
        return weights.proximity() * proximity(metres);
    }

    /** A bound of the rank of any post of the occupation. */
    public double boundOfOccupation(int occupation) {
        return weights.occupation() * closeness[occupation] + (1 - weights.occupation()) + spreadWidth + ROUNDING;
    }

    /** Whether the occupation is as close to a wish as any is: it is a wish, or the surest of several. */
    public boolean isWished(int occupation) {
        return closeness[occupation] == 1;
    }

    /** What the text adds to a score. */
    public double textPart(int bm25Milli) {
        return bm25Milli == 0 ? 0 : weights.text() * text(bm25Milli);
    }

    /** What each settlement adds to a score, by ordinal; negative infinity for one that is filtered. Not to be changed. */
    public double[] settlementParts() {
        return settlementParts;
    }

    /** The model that scores. */
    public RankingModel model() {
        return model;
    }

    /** The score of a post. */
    public double score(PostFacts facts) {
        return weights.sum(
                closeness[facts.occupation()],
                text(facts.bm25Milli()),
                proximity(facts.metres()),
                RankingModel.pay(facts.fenPerHour(), referenceFenPerHour[facts.occupation()]),
                facts.time(),
                facts.settled(),
                model.freshness(facts.confirmedAtSecond(), nowSecond),
                facts.vacancyPercent() / Fit.PERCENT,
                facts.trustPercent() / Fit.PERCENT,
                facts.help(),
                facts.history());
    }

    /** The value of each part, in the order of {@link Part}. */
    public double[] values(PostFacts facts) {
        return new double[] {
            closeness[facts.occupation()],
            text(facts.bm25Milli()),
            proximity(facts.metres()),
            RankingModel.pay(facts.fenPerHour(), referenceFenPerHour[facts.occupation()]),
            facts.time(),
            facts.settled(),
            model.freshness(facts.confirmedAtSecond(), nowSecond),
            facts.vacancyPercent() / Fit.PERCENT,
            facts.trustPercent() / Fit.PERCENT,
            facts.help(),
            facts.history()
        };
    }

    /** The weight of a part in this query. */
    public double weight(Part part) {
        return weights.of(part);
    }

    /** What the order goes by: the score, and for a request with a seed up to {@link #spreadWidth} more. */
    public double rank(double score, long id, int openingsLeft) {
        return spread ? score + spreadWidth * Spread.draw(seed, id, openingsLeft) : score;
    }

    /** The most by which a rank can exceed its score. */
    public double spreadWidth() {
        return spreadWidth;
    }

    private double text(int bm25Milli) {
        return RankingModel.text(bm25Milli, halfText);
    }

    private double proximity(double metres) {
        return RankingModel.proximity(metres, request.wish().travel().halfDistanceMetres());
    }

    /** The time part: the share of a post's slots when the seeker is free; no slots mean any time, which suits. */
    public double time(int slots) {
        return Fit.time(slots, freeSlots, soonSlots);
    }

    /** The settlement part: 1 if one of the settlements in the mask is welcome. */
    public double settled(int settlementsMask) {
        return Fit.settled(settlementsMask, settlementMask);
    }

    /** The help part: 0 for who is in no group helped first, 1 where welcome, one half elsewhere (P04). */
    public double help(int welcomesMask) {
        return Fit.help(helpMask, welcomesMask);
    }

    /** The history part: 1 for an employer wanted again, 0 for a post put aside, one half elsewhere. */
    public double history(long id, long employerId) {
        return Fit.history(
                Arrays.binarySearch(dismissedPosts, id) >= 0, Arrays.binarySearch(wantedEmployers, employerId) >= 0);
    }

    /** The most that {@link #history} gives a post of an employer that is not wanted again. */
    public double usualHistory() {
        return Fit.NEUTRAL;
    }

    /** The numbers of employers wanted again, rising. Not to be changed. */
    public long[] wantedEmployers() {
        return wantedEmployers;
    }

    /** Whether the seeker does not want to see this employer's posts. */
    public boolean blocked(long employerId) {
        return blockedEmployers.length > 0 && Arrays.binarySearch(blockedEmployers, employerId) >= 0;
    }

    /** Whether all certificates are held (P24). */
    public boolean holds(long certificates) {
        return Fit.holds(certificates, request.wish().certificates());
    }

    /** Whether the post may be shown to someone of this age (P13, P21). */
    public boolean ageAllowed(int minAge, int maxAge, boolean hazardousOrUnknown) {
        return ageYears < 0
                || (ageYears >= minAge && ageYears <= maxAge && (ageYears >= Fit.ADULT_YEARS || !hazardousOrUnknown));
    }

    /** Whether the post's times fit: all of them if the shift is fixed, one of them otherwise; no times mean any. */
    public boolean timesFit(int slots, boolean shiftFixed) {
        return Fit.timesFit(slots, shiftFixed, freeSlots);
    }

    /** Whether the pay is enough where the seeker made the floor a must. */
    public boolean payAllowed(int fenPerHour) {
        return !request.wish().floorIsMust() || fenPerHour >= request.wish().floorFenPerHour();
    }

    /** Whether the way is short enough; pick-up or lodging lifts the limit. */
    public boolean wayAllowed(double metres, boolean limitLifted) {
        return Fit.wayAllowed(metres, request.wish().maxDistanceMetres(), limitLifted);
    }

    /**
     * The wishes that a post misses, as bits of {@link Relaxation}.
     *
     * @param occupation ordinal in the tree; missed if neither wished nor of the same small group nor as near
     * @param wayAllowed see {@link #wayAllowed}
     * @param timesFit see {@link #timesFit}
     * @param fenPerHour missed below the wished pay, must or not
     * @param settlement ordinal
     */
    public int missed(int occupation, boolean wayAllowed, boolean timesFit, int fenPerHour, int settlement) {
        return (wayAllowed ? 0 : Relaxation.DISTANCE.bit())
                | (timesFit ? 0 : Relaxation.TIME.bit())
                | (fenPerHour >= request.wish().floorFenPerHour() ? 0 : Relaxation.PAY.bit())
                | (settled(1 << settlement) == 1 ? 0 : Relaxation.SETTLEMENT.bit())
                | (closeness[occupation] >= OccupationTree.SAME_MINOR ? 0 : Relaxation.TRADE.bit());
    }

    /** Whether a match comes behind the request's cursor: not shown in the head, and behind the tail if there is one. */
    public boolean behindCursor(double rank, long id) {
        if (tail != null && !(rank < tail.rank() || (rank == tail.rank() && id > tail.id()))) {
            return false;
        }
        for (MatchRequest.Shown shown : request.after().head()) {
            if (shown.id() == id) {
                return false;
            }
        }
        return true;
    }
}
