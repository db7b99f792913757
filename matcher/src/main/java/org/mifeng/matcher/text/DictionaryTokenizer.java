package org.mifeng.matcher.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.mifeng.matcher.occupation.Dictionary;

/** The words of a dictionary that stand in a text, each marked. */
final class DictionaryTokenizer extends Tokenizer {
    private final Dictionary dictionary;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final List<String> words = new ArrayList<>();
    /** Kept, for {@link java.io.Reader#transferTo} makes a large one for each text. */
    private final char[] buffer = new char[1024];

    private int next;

    DictionaryTokenizer(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        StringBuilder text = new StringBuilder();
        for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
            text.append(buffer, 0, read);
        }
        words.clear();
        next = 0;
        dictionary.cut(text.toString(), words::add);
    }

    @Override
    public boolean incrementToken() {
        clearAttributes();
        if (next == words.size()) {
            return false;
        }
        term.append(ChineseAnalyzer.marked(words.get(next++)));
        return true;
    }
}
