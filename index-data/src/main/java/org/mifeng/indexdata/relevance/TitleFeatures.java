package org.mifeng.indexdata.relevance;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.mifeng.indexdata.reference.PlainText;
import org.mifeng.indexdata.title.TitleNormaliser;
import org.mifeng.indexdata.title.TradeGuess;

/**
 * What titles are compared by: characters and pairs, what the words mean, of which profession they are, what part
 * somebody plays, and the trades that the normaliser reads in them.
 */
final class TitleFeatures {
    private final TitleNormaliser normaliser;
    private final ConceptReader concepts = new ConceptReader();

    TitleFeatures(TitleNormaliser normaliser) {
        this.normaliser = normaliser;
    }

    /** A way of being alike, and how much it weighs beside the others. */
    enum Aspect {
        CHARACTERS(0.4),
        PAIRS(0.4),
        CONCEPTS(0.8),
        FIELDS(0.3),
        ROLES(0.1),
        TRADES(0.25),
        TRADE_GROUPS(0.1);

        private final double weight;

        Aspect(double weight) {
            this.weight = weight;
        }

        double weight() {
            return weight;
        }
    }

    /** The features of a title with how strongly each is there, not yet weighed by how rare they are. */
    Map<Aspect, Map<String, Double>> of(String title) {
        Map<Aspect, Map<String, Double>> features = new EnumMap<>(Aspect.class);
        for (Aspect aspect : Aspect.values()) {
            features.put(aspect, new HashMap<>());
        }
        String plain = PlainText.of(title);
        char before = ' ';
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                add(features, Aspect.CHARACTERS, String.valueOf(c), 1);
                if (before != ' ') {
                    add(features, Aspect.PAIRS, "" + before + c, 1);
                }
                before = c;
            } else {
                before = ' ';
            }
        }
        for (ConceptReader.Found found : concepts.in(plain)) {
            if (found.concept().isRole()) {
                add(features, Aspect.ROLES, Integer.toString(found.number()), found.share());
            } else {
                add(features, Aspect.CONCEPTS, Integer.toString(found.number()), found.share());
                add(features, Aspect.FIELDS, found.concept().field(), found.share());
            }
        }
        for (TradeGuess guess : normaliser.read(title).trades()) {
            add(features, Aspect.TRADES, guess.code().value(), guess.confidence());
            add(features, Aspect.TRADE_GROUPS, guess.code().minor(), guess.confidence());
        }
        return features;
    }

    private static void add(Map<Aspect, Map<String, Double>> features, Aspect aspect, String feature, double strength) {
        features.computeIfAbsent(aspect, a -> new HashMap<>()).merge(feature, strength, Math::max);
    }
}
