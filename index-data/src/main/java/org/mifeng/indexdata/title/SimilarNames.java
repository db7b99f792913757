package org.mifeng.indexdata.title;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mifeng.indexdata.reference.Alias;
import org.mifeng.indexdata.reference.Aliases;
import org.mifeng.matcher.occupation.OccupationTree;

/**
 * Names that look like what the title says: BM25 of its characters and pairs of characters over one small document per
 * alias. Speaks for the best names of each trade; a title whose words are known does not need it.
 */
final class SimilarNames implements TradeEvidence {
    private static final double K1 = 1.2;
    private static final double B = 0.6;
    /** A pair of characters says more than two characters. */
    private static final double PAIR = 1.6;

    /** The weight of a name that is exactly the title. */
    private static final double WEIGHT = 0.9;
    /** What is left of it beside a name that is said, were it but 普工: 新能源普工 makes no batteries for sure. */
    private static final double BESIDE_SAID = 0.7;
    /** Above this, names that are said have decided already. */
    private static final double DECIDED = 0.9;

    /** Share of the best score below which a name is not like the title. */
    private static final float WORTH_A_THOUGHT = 0.55f;

    private static final int LONGEST_QUERY = 40;
    /** Characters that occur in more names say too little. */
    private static final int COMMON = 900;

    private final int[] tradeOf;
    private final Map<Integer, Postings> postings = new HashMap<>();
    private final double averageLength;
    private final ThreadLocal<float[]> scratch;

    /** The numbers of the names that hold a gram, and what it adds to the score of each. */
    private static final class Postings {
        private final int[] names;
        private final float[] impacts;
        private final float idf;

        Postings(int[] names, float[] impacts, float idf) {
            this.names = names;
            this.impacts = impacts;
            this.idf = idf;
        }
    }

    SimilarNames(OccupationTree tree) {
        Map<String, Alias> distinct = new HashMap<>();
        List<String> texts = new ArrayList<>();
        for (Alias alias : Aliases.all()) {
            String text = TitleVocabulary.plain(alias.text());
            if (distinct.putIfAbsent(text, alias) == null) {
                texts.add(text);
            }
        }
        tradeOf = new int[texts.size()];
        Map<Integer, List<Integer>> holders = new HashMap<>();
        int[] lengths = new int[texts.size()];
        long sum = 0;
        for (int i = 0; i < texts.size(); i++) {
            Alias alias = distinct.get(texts.get(i));
            tradeOf[i] = alias == null ? 0 : tree.ordinal(alias.code());
            lengths[i] = texts.get(i).length();
            sum += lengths[i];
            for (int gram : grams(texts.get(i))) {
                holders.computeIfAbsent(gram, g -> new ArrayList<>()).add(i);
            }
        }
        averageLength = (double) sum / texts.size();
        holders.forEach((gram, names) -> postings.put(gram, postings(gram, names, lengths, texts.size())));
        scratch = ThreadLocal.withInitial(() -> new float[tradeOf.length]);
    }

    private Postings postings(int gram, List<Integer> names, int[] lengths, int total) {
        double idf = Math.log(1 + (total - names.size() + 0.5) / (names.size() + 0.5)) * (gram >>> 16 == 0 ? 1 : PAIR);
        int[] numbers = new int[names.size()];
        float[] impacts = new float[names.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = names.get(i);
            impacts[i] = (float) (idf * (1 + K1) / (1 + K1 * (1 - B + B * lengths[numbers[i]] / averageLength)));
        }
        return new Postings(numbers, impacts, (float) idf);
    }

    /** The characters and pairs of a text, each once. */
    private static Set<Integer> grams(String text) {
        Set<Integer> grams = new HashSet<>();
        for (int i = 0; i < text.length() && i < LONGEST_QUERY; i++) {
            grams.add((int) text.charAt(i));
            if (i > 0) {
                grams.add(text.charAt(i - 1) << 16 | text.charAt(i));
            }
        }
        return grams;
    }

    /** Whether names are all that the title is made of. */
    private static boolean isSaidInFull(TitleScan scan) {
        int left = scan.segments().stream().mapToInt(String::length).sum();
        for (TitleScan.Name name : scan.names()) {
            left -= name.word().text().length();
        }
        return left <= 0;
    }

    @Override
    public void speak(TitleScan scan, TradeScores scores) {
        if (scan.segments().isEmpty() || scores.best() >= DECIDED || (scores.best() > 0 && isSaidInFull(scan))) {
            return;
        }
        Set<Integer> query = new HashSet<>();
        int length = 0;
        for (String segment : scan.segments()) {
            if (length < LONGEST_QUERY) {
                query.addAll(grams(segment));
                length += segment.length();
            }
        }
        double weight = scores.best() > 0 ? WEIGHT * BESIDE_SAID : WEIGHT;
        float[] sums = scratch.get();
        float possible = 0;
        List<Postings> used = new ArrayList<>(query.size());
        for (int gram : query) {
            Postings found = postings.get(gram);
            if (found == null) {
                possible += 4; // a character that no name holds: the title is about something else too
            } else {
                possible += found.idf;
                if (found.names.length < COMMON) {
                    used.add(found);
                }
            }
        }
        for (Postings found : used) {
            for (int i = 0; i < found.names.length; i++) {
                sums[found.names[i]] += found.impacts[i];
            }
        }
        float[] best = new float[scores.size()];
        for (Postings found : used) {
            for (int name : found.names) {
                int trade = tradeOf[name];
                best[trade] = Math.max(best[trade], sums[name]);
                sums[name] = 0;
            }
        }
        float least = 0;
        for (float score : best) {
            least = Math.max(least, score * WORTH_A_THOUGHT);
        }
        for (int trade = 0; trade < best.length; trade++) {
            if (best[trade] > 0 && best[trade] >= least) {
                double share = Math.min(1, best[trade] / possible);
                scores.add(trade, weight * share * share);
            }
        }
    }
}
