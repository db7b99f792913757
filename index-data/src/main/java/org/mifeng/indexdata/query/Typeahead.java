package org.mifeng.indexdata.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.mifeng.indexdata.query.QueryVocabulary.Entry;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.indexdata.reference.PlainText;
import org.mifeng.matcher.OccupationCode;

/**
 * Completes what is typed with names of trades, places and other words that the reader of queries knows: characters,
 * pinyin with and without the sounds kept apart that Shandong does not, initials. Safe for many threads.
 */
public final class Typeahead {
    /** Names of one trade among the suggestions at most: twenty names of one trade are one suggestion. */
    private static final int SAME_TRADE = 2;

    private static final int LONGEST = 24;
    private static final double WHOLE = 4;
    private static final double INSIDE = 0.3;
    private static final double BY_INITIALS = 0.8;
    private static final double NEARLY = 0.5;

    private final List<Entry> words = new ArrayList<>();
    private final Keys beginnings;
    private final Keys insides;
    private final Keys pinyin;
    private final Keys nearly;
    private final Keys initials;

    /**
     * What a person may want to type.
     *
     * @param text in plain form
     * @param occupation the trade that it usually means; empty for a place or a filter
     */
    public record Suggestion(String text, Optional<OccupationCode> occupation) {}

    private record Ranked(String text, Optional<OccupationCode> occupation, double score) {}

    Typeahead(QueryVocabulary vocabulary) {
        Keys.Builder beginning = new Keys.Builder();
        Keys.Builder inside = new Keys.Builder();
        Keys.Builder sounding = new Keys.Builder();
        Keys.Builder soundingNearly = new Keys.Builder();
        Keys.Builder first = new Keys.Builder();
        for (Entry entry : vocabulary.entries()) {
            if (entry.shown()) {
                int word = words.size();
                words.add(entry);
                beginning.add(entry.text(), word);
                for (int from = 1; from + 1 < entry.text().length(); from++) {
                    inside.add(entry.text().substring(from), word);
                }
                Sounds.of(entry.text()).forEach(sound -> {
                    sounding.add(sound, word);
                    soundingNearly.add(Sounds.folded(sound), word);
                });
                Sounds.initials(entry.text()).forEach(letters -> first.add(letters, word));
            }
        }
        beginnings = beginning.build();
        insides = inside.build();
        pinyin = sounding.build();
        nearly = soundingNearly.build();
        initials = first.build();
    }

    /**
     * What begins like this, the most common first, at most two names of one trade.
     *
     * @param typed any text; what is longer than 24 characters completes to nothing
     * @param most how many at most
     * @param weight what a trade is worth, such as whether any post of it is left under the filters already set; 0 or less
     *     hides it
     */
    public List<Suggestion> suggest(String typed, int most, ToDoubleFunction<OccupationCode> weight) {
        String prefix = PlainText.of(typed.length() > 2 * LONGEST ? "" : typed);
        if (prefix.isEmpty() || prefix.length() > LONGEST || most < 1) {
            return List.of();
        }
        String letters = prefix.replace(" ", "").replace("'", "");
        boolean latin = letters.chars().allMatch(c -> c < 0x80);
        Scores scores = new Scores(words.size());
        beginnings.forEach(prefix, scores.by(1, WHOLE));
        if (latin) {
            pinyin.forEach(letters, scores.by(1, WHOLE));
            initials.forEach(letters, scores.by(BY_INITIALS, WHOLE));
            nearly.forEach(Sounds.folded(letters), scores.by(NEARLY, WHOLE));
        } else {
            insides.forEach(prefix, scores.by(INSIDE, 1));
            for (String sound : Sounds.of(letters)) {
                pinyin.forEach(sound, scores.by(NEARLY * NEARLY, 1));
            }
        }
        return best(scores, most, weight);
    }

    /** The best score of each word found so far. */
    private static final class Scores {
        private final double[] scores;
        private final int[] found;
        private int size;

        Scores(int words) {
            scores = new double[words];
            found = new int[words];
        }

        Keys.Visitor by(double score, double wholeKey) {
            return (word, whole) -> {
                if (scores[word] == 0) {
                    found[size++] = word;
                }
                scores[word] = Math.max(scores[word], whole ? score * wholeKey : score);
            };
        }
    }

    private List<Suggestion> best(Scores scores, int most, ToDoubleFunction<OccupationCode> weight) {
        Map<OccupationCode, Double> weights = new HashMap<>();
        List<Ranked> ranked = new ArrayList<>(scores.size);
        for (int i = 0; i < scores.size; i++) {
            Entry word = words.get(scores.found[i]);
            Optional<OccupationCode> code = occupation(word);
            double worth = code.map(c -> weights.computeIfAbsent(c, weight::applyAsDouble))
                    .orElse(1.0);
            if (worth > 0) {
                ranked.add(new Ranked(word.text(), code, scores.scores[scores.found[i]] * worth * (1 + word.common())));
            }
        }
        ranked.sort(Comparator.comparingDouble(Ranked::score).reversed().thenComparing(Ranked::text));
        Map<OccupationCode, Integer> shown = new HashMap<>();
        List<Suggestion> suggestions = new ArrayList<>();
        for (Ranked one : ranked) {
            Optional<OccupationCode> code = one.occupation();
            if (code.isEmpty() || shown.merge(code.get(), 1, Integer::sum) <= SAME_TRADE) {
                suggestions.add(new Suggestion(one.text(), code));
                if (suggestions.size() == most) {
                    break;
                }
            }
        }
        return suggestions;
    }

    private static Optional<OccupationCode> occupation(Entry entry) {
        return entry.meaning() instanceof Meaning.Name name && name.trade() >= 0
                ? Optional.of(Occupations.tree().trades().get(name.trade()).code())
                : Optional.empty();
    }
}
