package org.mifeng.matcher.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.SmallFloat;
import org.mifeng.matcher.occupation.Dictionary;
import org.mifeng.matcher.ranking.TextAnalysis;
import org.mifeng.matcher.ranking.TextStatistics;
import org.mifeng.matcher.ranking.WordCounts;

/**
 * Cuts Chinese text into overlapping pairs of characters and other text into words; full and half width and case are
 * made equal. Pairs need no dictionary, so nothing that an employer writes is lost but numbers of seven digits or more.
 * Beside them it finds the words of a dictionary, as terms that no text can give by itself.
 */
public final class ChineseAnalyzer extends Analyzer implements TextAnalysis {
    /** Raise it whenever a text gives other terms than before: indexes are then built anew, beside those in use. */
    public static final int VERSION = 1;

    /** The field whose terms are words of the dictionary; those of every other field are pairs. */
    public static final String WORDS = "words";

    private static final String FIELD = "text";
    /** Digits of a local phone number. Whatever has as many, with a point or a letter among them too, is taken for one. */
    private static final int LONG_NUMBER = 7;

    /** The common Chinese characters, which every version of Unicode has. */
    private static final char FIRST_IDEOGRAPH = 0x4e00;

    private static final char LAST_IDEOGRAPH = 0x9fa5;

    private final Dictionary dictionary;

    /** Knows no words, only pairs. */
    public ChineseAnalyzer() {
        this(Dictionary.NONE);
    }

    /** @param dictionary of the words */
    public ChineseAnalyzer(Dictionary dictionary) {
        super(PER_FIELD_REUSE_STRATEGY);
        this.dictionary = dictionary;
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
        if (fieldName.equals(WORDS)) {
            return new TokenStreamComponents(new DictionaryTokenizer(dictionary));
        }
        Tokenizer tokenizer = new StandardTokenizer();
        TokenStream stream = new CJKWidthFilter(tokenizer);
        stream = new LowerCaseFilter(stream);
        return new TokenStreamComponents(tokenizer, new WithoutLongNumbers(new CJKBigramFilter(stream)));
    }

    /** Lets no term through that may be a phone or an ID number: they must be neither kept nor found (P30). */
    private static final class WithoutLongNumbers extends FilteringTokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        WithoutLongNumbers(TokenStream stream) {
            super(stream);
        }

        @Override
        protected boolean accept() {
            int digits = 0;
            for (int i = 0; i < term.length(); i++) {
                digits += Character.isDigit(term.charAt(i)) ? 1 : 0;
            }
            return digits < LONG_NUMBER;
        }
    }

    /** Sorted. */
    @Override
    public List<String> terms(String text) {
        TreeSet<String> terms = new TreeSet<>();
        if (isChineseAlone(text)) {
            forEachPair(text, terms::add);
        } else {
            forEachTerm(text, terms::add);
        }
        return List.copyOf(terms);
    }

    /** A word of the dictionary as a term. */
    static String marked(String word) {
        return TextStatistics.WORD_MARK + word;
    }

    /** Sorted; only words that the dictionary knows. */
    @Override
    public List<String> words(String text) {
        TreeSet<String> words = new TreeSet<>();
        dictionary.cut(text, word -> words.add(marked(word)));
        return List.copyOf(words);
    }

    @Override
    public List<String> saying(String name) {
        return dictionary.saying(name).stream().map(ChineseAnalyzer::marked).toList();
    }

    /** The words of a text in several pieces, counted as an index counts them. */
    public WordCounts count(String... pieces) {
        Map<String, Integer> frequencies = new HashMap<>();
        for (String piece : pieces) {
            forEachTerm(piece, term -> frequencies.merge(term, 1, Integer::sum));
        }
        int length = frequencies.values().stream().mapToInt(Integer::intValue).sum();
        return new WordCounts(frequencies, SmallFloat.byte4ToInt(SmallFloat.intToByte4(length)));
    }

    private static boolean isChineseAlone(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && (c < FIRST_IDEOGRAPH || c > LAST_IDEOGRAPH)) {
                return false;
            }
        }
        return true;
    }

    /** What {@link #forEachTerm} gives for Chinese characters and spaces alone, as most searches are, at a fraction of its cost. */
    private static void forEachPair(String text, Consumer<String> consumer) {
        for (int from = 0; from < text.length(); ) {
            int to = from;
            while (to < text.length() && text.charAt(to) != ' ') {
                to++;
            }
            if (to - from == 1) {
                consumer.accept(text.substring(from, to));
            }
            for (int i = from; i + 2 <= to; i++) {
                consumer.accept(text.substring(i, i + 2));
            }
            from = to + 1;
        }
    }

    private void forEachTerm(String text, Consumer<String> consumer) {
        try (TokenStream stream = tokenStream(FIELD, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                consumer.accept(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }
}
