package org.mifeng.matcher.occupation;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mifeng.matcher.InvalidFieldException;
import org.mifeng.matcher.OccupationCode;

/**
 * The known occupations and their closeness. Immutable. Each occupation has an ordinal, its place among the sorted
 * codes, so that engines work on small numbers.
 */
public final class OccupationTree {
    /** The closeness of two occupations of one small group: as near counts as the same kind of work. */
    public static final double SAME_MINOR = 0.7;

    private static final double SAME_MIDDLE = 0.45;
    private static final double SAME_MAJOR = 0.2;

    private final List<Trade> trades;
    private final Map<OccupationCode, Integer> ordinals = new HashMap<>();
    private final double[][] closeness;
    private final int[] usualFenPerHour;
    private final Dictionary words;

    /** The same of which nobody knows how people speak. */
    public OccupationTree(Collection<Trade> trades, Collection<RelatedTrades> related) {
        this(trades, related, Dictionary.NONE);
    }

    /**
     * @param trades every known occupation, each code once, 1 to 4,000 of them
     * @param related reviewed exceptions from the tree; the higher of both closenesses counts
     * @param words how people speak of them
     * @throws IllegalArgumentException if a code is twice in {@code trades} or unknown in {@code related}
     */
    public OccupationTree(Collection<Trade> trades, Collection<RelatedTrades> related, Dictionary words) {
        this.words = words;
        this.trades =
                trades.stream().sorted((a, b) -> a.code().compareTo(b.code())).toList();
        for (Trade trade : this.trades) {
            if (ordinals.put(trade.code(), ordinals.size()) != null) {
                throw new IllegalArgumentException("occupation " + trade.code() + " is listed twice");
            }
        }
        usualFenPerHour = this.trades.stream().mapToInt(Trade::medianFenPerHour).toArray();
        closeness = new double[this.trades.size()][this.trades.size()];
        for (int i = 0; i < closeness.length; i++) {
            for (int j = 0; j < closeness.length; j++) {
                closeness[i][j] =
                        inTree(this.trades.get(i).code(), this.trades.get(j).code());
            }
        }
        for (RelatedTrades pair : related) {
            int i = known(pair.one());
            int j = known(pair.other());
            closeness[i][j] = Math.max(closeness[i][j], pair.closeness());
            closeness[j][i] = closeness[i][j];
        }
    }

    /** What each occupation usually pays, by ordinal, but at least so much. Not to be changed. */
    public int[] usualFenPerHour(int least) {
        if (least <= 0) {
            return usualFenPerHour;
        }
        int[] usual = usualFenPerHour.clone();
        for (int i = 0; i < usual.length; i++) {
            usual[i] = Math.max(usual[i], least);
        }
        return usual;
    }

    /** The words by which people speak of work. */
    public Dictionary words() {
        return words;
    }

    private static double inTree(OccupationCode a, OccupationCode b) {
        if (a.equals(b)) {
            return 1;
        }
        if (a.minor().equals(b.minor())) {
            return SAME_MINOR;
        }
        if (a.middle().equals(b.middle())) {
            return SAME_MIDDLE;
        }
        return a.major().equals(b.major()) ? SAME_MAJOR : 0;
    }

    private int known(OccupationCode code) {
        Integer ordinal = ordinals.get(code);
        if (ordinal == null) {
            throw new IllegalArgumentException("occupation " + code + " is not in the table");
        }
        return ordinal;
    }

    /** All occupations, sorted by code; the place in this list is the ordinal. */
    public List<Trade> trades() {
        return trades;
    }

    /** The occupation's row, if it is known. */
    public Optional<Trade> find(OccupationCode code) {
        return Optional.ofNullable(ordinals.get(code)).map(trades::get);
    }

    /**
     * The occupation's ordinal.
     *
     * @throws InvalidFieldException if the code is unknown
     */
    public int ordinal(OccupationCode code) {
        Integer ordinal = ordinals.get(code);
        if (ordinal == null) {
            throw new InvalidFieldException("occupation", "must be a known code of the 2022 classification");
        }
        return ordinal;
    }

    /**
     * For each occupation by ordinal, its closeness to the best of the wishes: 1 the same, 0.7 the same minor group,
     * 0.45 the same middle group, 0.2 the same major group, or more by {@link RelatedTrades}. No wish at all means that
     * all are equally welcome: 1 everywhere. Not to be changed.
     *
     * @throws InvalidFieldException if a wish is unknown
     */
    public double[] closenessTo(List<OccupationCode> wishes) {
        if (wishes.size() == 1) {
            return closeness[ordinal(wishes.getFirst())];
        }
        double[] best = new double[trades.size()];
        if (wishes.isEmpty()) {
            Arrays.fill(best, 1);
        }
        for (OccupationCode wish : wishes) {
            raise(best, wish, 1);
        }
        return best;
    }

    /**
     * The same for wishes of which some are meant more: the closeness to each counts by its weight, the highest weight
     * as 1. Not to be changed.
     *
     * @param wishes at least one, with positive weights
     * @throws InvalidFieldException if a wish is unknown
     */
    public double[] closenessTo(Map<OccupationCode, Double> wishes) {
        if (wishes.size() == 1) {
            return closenessTo(List.copyOf(wishes.keySet()));
        }
        double[] best = new double[trades.size()];
        double heaviest = Collections.max(wishes.values());
        wishes.forEach((wish, weight) -> raise(best, wish, weight / heaviest));
        return best;
    }

    private void raise(double[] best, OccupationCode wish, double weight) {
        double[] row = closeness[ordinal(wish)];
        for (int i = 0; i < best.length; i++) {
            best[i] = Math.max(best[i], weight * row[i]);
        }
    }
}
