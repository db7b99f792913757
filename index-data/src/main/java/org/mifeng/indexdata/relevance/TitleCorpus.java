package org.mifeng.indexdata.relevance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.mifeng.indexdata.relevance.TitleFeatures.Aspect;
import org.mifeng.indexdata.title.TitleNormaliser;

/**
 * Titles of any profession that are ranked by how alike they are to another title. Every aspect of likeness is a cosine
 * of features weighed by how rare they are in the corpus; the aspects are added up. The titles that come first then add
 * a little of their own words to the question, so that a good title that shares no character with it is found through
 * others. Immutable.
 */
public final class TitleCorpus {
    /** How many first titles add their words. */
    private static final int EXPANDED_BY = 5;

    /** How much the words of each of them count beside those of the question. */
    private static final double EXPANSION = 0.4;

    private final TitleFeatures features;
    private final List<Map<Integer, Double>> vectors;
    private final Map<Aspect, Map<String, Integer>> numbers = new EnumMap<>(Aspect.class);
    /** How rare a feature is that the corpus does not hold. */
    private final double unseen;

    private final List<Double> rarity = new ArrayList<>();
    private final List<List<Posting>> postings = new ArrayList<>();

    /**
     * @param title its number in the corpus
     * @param weight of the feature in it
     */
    private record Posting(int title, double weight) {}

    /**
     * @param normaliser reads trades in the titles
     * @param titles the corpus; a title's number is its place in this list
     */
    public TitleCorpus(TitleNormaliser normaliser, List<String> titles) {
        features = new TitleFeatures(normaliser);
        unseen = Math.log(1 + 2.0 * (titles.size() + 0.5));
        List<Map<Aspect, Map<String, Double>>> read =
                titles.stream().map(features::of).toList();
        for (Aspect aspect : Aspect.values()) {
            Map<String, Integer> counts = new HashMap<>();
            read.forEach(title ->
                    title.getOrDefault(aspect, Map.of()).keySet().forEach(f -> counts.merge(f, 1, Integer::sum)));
            Map<String, Integer> known = new HashMap<>();
            counts.forEach((feature, count) -> {
                known.put(feature, rarity.size());
                rarity.add(Math.log(1 + (titles.size() - count + 0.5) / (count + 0.5)));
                postings.add(new ArrayList<>());
            });
            numbers.put(aspect, known);
        }
        vectors = read.stream().map(this::vector).toList();
        for (int title = 0; title < vectors.size(); title++) {
            for (Map.Entry<Integer, Double> entry : vectors.get(title).entrySet()) {
                postings.get(entry.getKey()).add(new Posting(title, entry.getValue()));
            }
        }
    }

    /** The numbers of all titles, the most alike first; equal ones in their order. */
    public List<Integer> rank(String title) {
        Map<Integer, Double> question = vector(features.of(title));
        double[] scores = scores(question);
        Map<Integer, Double> wider = new HashMap<>(question);
        order(scores).stream()
                .limit(EXPANDED_BY)
                .forEach(near -> vectors.get(near)
                        .forEach((feature, weight) ->
                                wider.merge(feature, weight * scores[near] * EXPANSION, Double::sum)));
        return order(scores(wider));
    }

    private static List<Integer> order(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer number) -> -scores[number]))
                .toList();
    }

    private double[] scores(Map<Integer, Double> question) {
        double[] scores = new double[vectors.size()];
        question.forEach((feature, weight) ->
                postings.get(feature).forEach(posting -> scores[posting.title()] += weight * posting.weight()));
        return scores;
    }

    /** Each aspect of length one, times the root of its weight. A feature that the corpus does not hold adds to the length. */
    private Map<Integer, Double> vector(Map<Aspect, Map<String, Double>> read) {
        Map<Integer, Double> vector = new HashMap<>();
        read.forEach((aspect, strengths) -> {
            Map<String, Integer> known = numbers.getOrDefault(aspect, Map.of());
            double squares = 0;
            for (Map.Entry<String, Double> entry : strengths.entrySet()) {
                Integer number = known.get(entry.getKey());
                double weight = entry.getValue() * (number == null ? unseen : rarity.get(number));
                squares += weight * weight;
            }
            double scale = Math.sqrt(aspect.weight() / Math.max(squares, 1e-9));
            strengths.forEach((feature, strength) -> {
                Integer number = known.get(feature);
                if (number != null) {
                    vector.put(number, strength * rarity.get(number) * scale);
                }
            });
        });
        return vector;
    }
}
