package org.mifeng.indexdata.query;

import java.util.ArrayList;
import java.util.List;
import org.mifeng.indexdata.query.Meaning.Sign;

/** A query cut into pieces that say something. */
final class QueryScan {
    private QueryScan() {}

    /**
     * A piece of a text.
     *
     * @param from index of its first character in the plain text
     * @param to index behind its last one
     * @param meaning what it says
     */
    record Token(int from, int to, Meaning meaning) {
        int length() {
            return to - from;
        }

        String in(String text) {
            return text.substring(from, to);
        }
    }

    /** The tokens of a text, in order and without gaps. */
    static List<Token> tokens(String text, QueryVocabulary vocabulary) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        for (Token number : QueryNumbers.in(text)) {
            words(text, at, number.from(), vocabulary, tokens);
            tokens.add(number);
            at = number.to();
        }
        words(text, at, text.length(), vocabulary, tokens);
        return tokens;
    }

    private static void words(String text, int start, int end, QueryVocabulary vocabulary, List<Token> tokens) {
        String part = text.substring(start, end);
        int[] chosen = vocabulary.cut(part);
        for (int at = 0; at < part.length(); ) {
            int to = at + 1;
            Meaning meaning;
            char c = part.charAt(at);
            if (chosen[at] >= 0) {
                QueryVocabulary.Entry word = vocabulary.entry(chosen[at]);
                meaning = word.meaning();
                to = at + word.text().length();
            } else if (isLatinOrDigit(c)) {
                meaning = Sign.UNKNOWN;
                while (to < part.length() && isLatinOrDigit(part.charAt(to))) {
                    to++;
                }
            } else if (c == ' ') {
                meaning = Sign.SPACE;
            } else {
                meaning = Character.isLetterOrDigit(c) ? Sign.UNKNOWN : Sign.STOP;
            }
            tokens.add(new Token(start + at, start + to, meaning));
            at = to;
        }
    }

    private static boolean isLatinOrDigit(char c) {
        return isLatin(c) || (c >= '0' && c <= '9');
    }

    static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z';
    }
}
