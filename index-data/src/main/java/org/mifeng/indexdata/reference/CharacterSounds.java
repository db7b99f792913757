package org.mifeng.indexdata.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The pinyin of every character of GB 2312 and of our tables, without tones, {@code v} for ü. A character that is read in
 * several ways stands with each: 长 with {@code chang} and {@code zhang}. Made once with ICU's Han-Latin
 * transliteration, which a test compares it with; the further readings are ours.
 */
public final class CharacterSounds {
    private static final Map<Character, List<String>> SOUNDS = new HashMap<>();

    static {
        for (Map.Entry<String, String> row : new ReferenceTable("character-sounds.csv")
                .rows(row -> Map.entry(row.text("characters"), row.text("sound")))) {
            for (char c : row.getKey().toCharArray()) {
                SOUNDS.computeIfAbsent(c, character -> new ArrayList<>(1)).add(row.getValue());
            }
        }
        SOUNDS.replaceAll((c, sounds) -> List.copyOf(sounds));
    }

    private CharacterSounds() {}

    /** The ways in which a character is read, in the order of the alphabet; empty if the table does not have it. */
    public static List<String> of(char c) {
        return SOUNDS.getOrDefault(c, List.of());
    }
}
