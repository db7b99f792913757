package org.mifeng.indexdata.query;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.mifeng.indexdata.query.Chip.Mark;
import org.mifeng.indexdata.query.Chip.Recognition;
import org.mifeng.indexdata.query.Correction.Corrected;
import org.mifeng.indexdata.query.Meaning.Sign;
import org.mifeng.indexdata.query.QueryReading.Remark;
import org.mifeng.indexdata.query.QueryScan.Token;
import org.mifeng.indexdata.reference.PlainText;
import org.mifeng.indexdata.title.TitleNormaliser;
import org.mifeng.indexdata.title.TradeGuess;

/**
 * Reads what people type or say to find work, such as 任城区附近日结小工 or {@code bj rj}. Any text is read, however long or odd;
 * what follows the first 400 characters is not looked at. Safe for many threads.
 */
public final class QueryReader {
    private static final int SHORTEST_GUESSED = 2;
    /** How sure the title normaliser must be of a trade that no name says. */
    private static final double LEAST_SIMILAR = 0.4;

    private final QueryVocabulary vocabulary;
    private final SoundIndex sounds;
    private final Correction correction;
    private final TitleNormaliser normaliser;
    private final NearNames nearNames;

    private QueryReader(TitleNormaliser normaliser) {
        this.normaliser = normaliser;
        vocabulary = new QueryVocabulary(normaliser);
        sounds = new SoundIndex(vocabulary);
        correction = new Correction(vocabulary, sounds);
        nearNames = new NearNames(sounds);
    }

    /** A reader that knows the words of the reference tables. Making one takes a second; keep it. */
    public static QueryReader standard() {
        return with(TitleNormaliser.ofReferenceTables());
    }

    /** The same with a normaliser that is there already. */
    public static QueryReader with(TitleNormaliser normaliser) {
        return new QueryReader(normaliser);
    }

    /** What completes words as this reader knows them. */
    public Typeahead typeahead() {
        return new Typeahead(vocabulary);
    }

    /** What the text asks for. */
    public QueryReading read(String text) {
        return read(text, Set.of());
    }

    /**
     * What the text asks for without some of its chips. A chip that is switched off is listed as such, and its words are
     * looked for as they were typed; but a word that is switched off is not looked for, nor is what was not wanted.
     *
     * @param off keys of chips of this text; others are passed over
     */
    public QueryReading read(String text, Set<String> off) {
        QueryText typed = QueryText.of(text);
        List<Token> tokens = QueryScan.tokens(typed.text(), vocabulary);
        Corrected corrected = correction.of(typed, tokens);
        List<Token> right = corrected.fixes().isEmpty()
                ? tokens
                : QueryScan.tokens(corrected.text().text(), vocabulary);
        List<Chip> all = guessed(new ChipMaker(vocabulary, normaliser, corrected, right).chips());
        List<Chip> chips = new ArrayList<>();
        List<Chip> switchedOff = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (Chip chip : all) {
            Mark mark = chip.mark();
            boolean isOff = off.contains(mark.key());
            (isOff ? switchedOff : chips).add(chip);
            boolean word = chip instanceof Chip.Word || mark.recognition() == Recognition.SIMILAR;
            if (!mark.negated() && (chip instanceof Chip.Word ? !isOff : isOff || word)) {
                rest.add(
                        chip instanceof Chip.Word w
                                ? w.text()
                                : PlainText.of(text.substring(
                                        mark.span().from(), mark.span().to())));
            }
        }
        return new QueryReading(chips, switchedOff, String.join(" ", rest), remarks(text, typed, tokens));
    }

    /**
     * Names that were perhaps meant by the words that nothing explains, the likeliest first; empty if every word is known or
     * nothing is near. For a page that found nothing: 您要找的是不是…
     *
     * @param most how many at most
     */
    public List<String> didYouMean(QueryReading reading, int most) {
        return reading.wanted(Chip.Word.class)
                .filter(word -> vocabulary.find(word.text()) == null)
                .flatMap(word -> nearNames.of(word.text(), most).stream())
                .distinct()
                .limit(most)
                .toList();
    }

    /** With a guess in place of the first long word, if no trade is named. */
    private List<Chip> guessed(List<Chip> chips) {
        for (Chip chip : chips) {
            if (chip instanceof Chip.Trade && !chip.mark().negated()) {
                return chips;
            }
        }
        List<Chip> guessed = new ArrayList<>(chips);
        for (int i = 0; i < chips.size(); i++) {
            if (chips.get(i) instanceof Chip.Word word
                    && !word.mark().negated()
                    && word.text().length() >= SHORTEST_GUESSED) {
                List<TradeGuess> likely = guesses(word.text());
                if (!likely.isEmpty() && likely.getFirst().confidence() >= LEAST_SIMILAR) {
                    Mark mark = word.mark();
                    guessed.set(
                            i,
                            new Chip.Trade(
                                    new Mark(mark.key(), mark.label(), mark.span(), Recognition.SIMILAR, false),
                                    word.text(),
                                    likely.stream()
                                            .limit(3)
                                            .map(guess -> new Chip.Weighted(guess.code(), guess.confidence() / 2))
                                            .toList()));
                    break;
                }
            }
        }
        return guessed;
    }

    /** What words beside names say alone, such as 超市; else what names look like it. */
    private List<TradeGuess> guesses(String word) {
        List<TradeGuess> said = normaliser.tradesSaid(word);
        return said.isEmpty() ? normaliser.read(word).trades() : said;
    }

    private static Set<Remark> remarks(String text, QueryText typed, List<Token> tokens) {
        Set<Remark> remarks = EnumSet.noneOf(Remark.class);
        if (text.length() > PlainText.LONGEST) {
            remarks.add(Remark.CUT);
        }
        for (Token token : tokens) {
            if (token.meaning() == Sign.LONG_NUMBER) {
                remarks.add(Remark.LONG_NUMBER);
            }
        }
        if (!text.isBlank() && !isReadable(typed.text())) {
            remarks.add(Remark.UNREADABLE);
        }
        return remarks;
    }

    private static boolean isReadable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
