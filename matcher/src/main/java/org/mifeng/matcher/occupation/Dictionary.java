package org.mifeng.matcher.occupation;

import java.util.List;
import java.util.function.Consumer;

/**
 * The words that count as one, whatever characters stand in them, so that 电工 is not found inside of 水电工: the seam
 * through which an engine learns how people speak of work, while it knows no table itself. Implementations are immutable.
 */
public interface Dictionary {
    /** Knows no word. */
    Dictionary NONE = new Dictionary() {
        @Override
        public String digest() {
            return "0";
        }

        @Override
        public void cut(String text, Consumer<String> words) {}

        @Override
        public List<String> saying(String name) {
            return List.of();
        }
    };

    /**
     * Says which words are known and how they are cut, 1 to 8 lower-case hexadecimal digits. An index that was built with
     * another one is built anew.
     */
    String digest();

    /**
     * Cuts a text so that known words explain most of it.
     *
     * @param text of any length
     * @param words takes each word that the text is cut into as often as it stands there, in the form in which words are
     *     compared; without white space, never empty
     */
    void cut(String text, Consumer<String> words);

    /**
     * The words that say a name: itself, and those in which it stands between borders of words, so that whatever the cut
     * of a text makes of the name, one of them is there each time that it is said, and none where its characters only touch.
     *
     * @return empty if the name is not known
     */
    List<String> saying(String name);
}
