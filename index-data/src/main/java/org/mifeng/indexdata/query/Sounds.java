package org.mifeng.indexdata.query;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mifeng.indexdata.reference.CharacterSounds;

/** How words sound: pinyin without tones, and what of it people around Jining keep apart. */
final class Sounds {
    private static final int MOST_READINGS = 16;

    private Sounds() {}

    /** The ways a word may be read, in pinyin without spaces; Latin letters and digits stand for themselves. */
    static Set<String> of(String word) {
        return readings(word, false);
    }

    /** The first letters of the ways a word may be read. */
    static Set<String> initials(String word) {
        return readings(word, true);
    }

    private static Set<String> readings(String word, boolean firstOnly) {
        Set<String> readings = Set.of("");
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == ' ' || c == '\'') {
                continue;
            }
            List<String> sounds = CharacterSounds.of(c);
            if (sounds.isEmpty()) {
                if (c >= 0x80 || !Character.isLetterOrDigit(c)) {
                    return Set.of();
                }
                sounds = List.of(String.valueOf(c));
            }
            Set<String> longer = new LinkedHashSet<>();
            for (String before : readings) {
                for (String sound : sounds) {
                    if (longer.size() < MOST_READINGS) {
                        longer.add(before + (firstOnly ? sound.substring(0, 1) : sound));
                    }
                }
            }
            readings = longer;
        }
        return readings.contains("") ? Set.of() : readings;
    }

    /** Makes equal what sounds nearly the same here: zh and z, ch and c, sh and s, ng and n, n and l before a vowel, ü and u. */
    static String folded(String pinyin) {
        StringBuilder folded = new StringBuilder(pinyin.length());
        for (int i = 0; i < pinyin.length(); i++) {
            char c = pinyin.charAt(i);
            char before = i == 0 ? ' ' : pinyin.charAt(i - 1);
            char next = i + 1 < pinyin.length() ? pinyin.charAt(i + 1) : ' ';
            boolean dropped =
                    (c == 'h' && (before == 'z' || before == 'c' || before == 's')) || (c == 'g' && before == 'n');
            if (!dropped) {
                folded.append(c == 'n' && "aeiouv".indexOf(next) >= 0 ? 'l' : c == 'v' ? 'u' : c);
            }
        }
        return folded.toString();
    }
}
