package org.mifeng.indexdata.title;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mifeng.matcher.OccupationCode;

/**
 * How well titles are understood, measured on labelled ones. Shares are of all titles, 0 to 1.
 *
 * @param titles how many there were
 * @param coverage share with any guess
 * @param occupationAt1 share whose first guess is the label
 * @param occupationAt3 share with the label among the first three guesses
 * @param groupAt1 share whose first guess is of the label's minor group
 * @param groupAt3 share with the label's minor group among the first three guesses
 * @param confusions what was taken for something else, the most frequent first
 */
public record TitleEvaluation(
        int titles,
        double coverage,
        double occupationAt1,
        double occupationAt3,
        double groupAt1,
        double groupAt3,
        List<Confusion> confusions) {
    private static final int FIRST = 3;

    /** Copies the list. */
    public TitleEvaluation {
        confusions = List.copyOf(confusions);
    }

    /**
     * A title with the trade that a person gave it.
     *
     * @param title as written
     * @param code the trade
     */
    public record Labelled(String title, OccupationCode code) {}

    /**
     * A trade that was taken for another one.
     *
     * @param label the trade by the label
     * @param guess the first guess, or a dash if there was none
     * @param times how often
     * @param example one of the titles
     */
    public record Confusion(String label, String guess, int times, String example) {}

    /**
     * Reads every title and counts.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static TitleEvaluation of(TitleNormaliser normaliser, List<Labelled> titles) {
        if (titles.isEmpty()) {
            throw new IllegalArgumentException("no titles");
        }
        int covered = 0;
        int[] right = new int[4];
        Map<String, Confusion> confusions = new TreeMap<>();
        for (Labelled labelled : titles) {
            List<OccupationCode> guesses = normaliser.read(labelled.title()).trades().stream()
                    .limit(FIRST)
                    .map(TradeGuess::code)
                    .toList();
            String group = labelled.code().minor();
            covered += guesses.isEmpty() ? 0 : 1;
            boolean first = !guesses.isEmpty() && guesses.getFirst().equals(labelled.code());
            right[0] += first ? 1 : 0;
            right[1] += guesses.contains(labelled.code()) ? 1 : 0;
            right[2] += !guesses.isEmpty() && guesses.getFirst().minor().equals(group) ? 1 : 0;
            right[3] += guesses.stream().anyMatch(guess -> guess.minor().equals(group)) ? 1 : 0;
            if (!first) {
                String guess = guesses.isEmpty() ? "-" : guesses.getFirst().value();
                confusions.merge(
                        labelled.code() + " " + guess,
                        new Confusion(labelled.code().value(), guess, 1, labelled.title()),
                        (a, b) -> new Confusion(a.label(), a.guess(), a.times() + 1, a.example()));
            }
        }
        double total = titles.size();
        return new TitleEvaluation(
                titles.size(),
                covered / total,
                right[0] / total,
                right[1] / total,
                right[2] / total,
                right[3] / total,
                confusions.values().stream()
                        .sorted(Comparator.comparingInt(Confusion::times).reversed())
                        .toList());
    }
}
