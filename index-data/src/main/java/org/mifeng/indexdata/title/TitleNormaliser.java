package org.mifeng.indexdata.title;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.indexdata.reference.PlainText;
import org.mifeng.indexdata.reference.TitlePhrase;
import org.mifeng.indexdata.title.TitleVocabulary.Word;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.occupation.RelatedTrades;

/**
 * Reads raw titles of job posts, such as 急招！日结260 装卸工/打包工 包吃住. Any text is read, however long or odd; what
 * follows the first 400 characters is not looked at. Safe for many threads.
 */
public final class TitleNormaliser {
    /** Guesses of one title at most. */
    private static final int GUESSES = 5;

    private static final int WANTED_GUESSES = 3;
    private static final double RELATED_CONFIDENCE = 0.02;

    private final OccupationTree tree;
    private final TitleVocabulary vocabulary;
    private final TradeEvidence said;
    private final List<TradeEvidence> further;

    private TitleNormaliser(OccupationTree tree) {
        this.tree = tree;
        vocabulary = new TitleVocabulary(tree);
        said = new SaidNames(tree);
        further = List.of(new SplitNames(vocabulary), new DoneWork(tree), new SimilarNames(tree));
    }

    /** A normaliser that knows the words of the reference tables. Making one takes a second; keep it. */
    public static TitleNormaliser ofReferenceTables() {
        return new TitleNormaliser(Occupations.tree());
    }

    /** What the title says. */
    public TitleReading read(String rawTitle) {
        String plain = PlainText.of(rawTitle);
        NumberFacts numbers = NumberFacts.in(plain);
        TitleScan scan = TitleScan.of(numbers.rest(), vocabulary);
        boolean urgent = false;
        Optional<Settlement> settlement = Optional.empty();
        Set<Benefit> benefits = EnumSet.noneOf(Benefit.class);
        long certificates = 0;
        for (Word other : scan.others()) {
            certificates |= other.certificate();
            TitlePhrase phrase = other.phrase();
            if (phrase != null) {
                urgent |= phrase.meaning() == TitlePhrase.Meaning.URGENT;
                settlement = settlement.or(phrase::settlement);
                benefits.addAll(phrase.benefits());
            }
        }
        return new TitleReading(
                NumberFacts.withoutLongNumbers(String.join(" ", scan.segments())),
                trades(scan),
                numbers.pay(),
                settlement,
                benefits,
                numbers.openings(),
                urgent,
                certificates);
    }

    /** The trades that the names in a text say, the most likely first; names that look alike do not count. */
    public List<TradeGuess> tradesSaid(String text) {
        TradeScores scores = new TradeScores(tree);
        said.speak(TitleScan.of(PlainText.of(text), vocabulary), scores);
        return scores.guesses(GUESSES);
    }

    private List<TradeGuess> trades(TitleScan scan) {
        TradeScores scores = new TradeScores(tree);
        said.speak(scan, scores);
        further.forEach(source -> source.speak(scan, scores));
        List<TradeGuess> guesses = scores.guesses(GUESSES);
        return guesses.isEmpty() || guesses.size() >= WANTED_GUESSES ? guesses : withRelated(guesses);
    }

    /** Fills up with the trades that the first one is related to: what a person would try next. */
    private static List<TradeGuess> withRelated(List<TradeGuess> guesses) {
        OccupationCode first = guesses.getFirst().code();
        List<TradeGuess> filled = new ArrayList<>(guesses);
        for (RelatedTrades pair : Occupations.related()) {
            if (filled.size() < WANTED_GUESSES
                    && (pair.one().equals(first) || pair.other().equals(first))) {
                OccupationCode relative = pair.one().equals(first) ? pair.other() : pair.one();
                if (filled.stream().noneMatch(guess -> guess.code().equals(relative))) {
                    filled.add(new TradeGuess(
                            relative, RELATED_CONFIDENCE * guesses.getLast().confidence()));
                }
            }
        }
        return filled;
    }
}
