package org.mifeng.indexdata.query;

import java.util.ArrayList;
import java.util.List;
import org.mifeng.indexdata.query.QueryVocabulary.Entry;
import org.mifeng.indexdata.reference.LookAlikes;

/** Names near a word, too far away to take one for the other without asking. */
final class NearNames {
    private static final int LONGEST = 12;
    private static final double COMMON = 1;

    private final SoundIndex sounds;

    NearNames(SoundIndex sounds) {
        this.sounds = sounds;
    }

    /**
     * Names that are one slip away in sound or writing, the most common first. Of two characters a slip leaves too little:
     * 金管 is no 进厂, though jinguan and jinchang are near. They must sound the same, or one must be the same and the other
     * look or nearly sound like the one that is meant.
     */
    List<String> of(String word, int most) {
        List<String> near = new ArrayList<>();
        if (word.length() < 2 || word.length() > LONGEST) {
            return near;
        }
        List<String> readings = Sounds.of(word).stream().limit(4).toList();
        for (SoundIndex.Spoken spoken : sounds.spoken()) {
            Entry entry = spoken.entry();
            if (near.size() >= most) {
                break;
            }
            if (entry.isName()
                    && entry.common() >= COMMON
                    && !near.contains(entry.text())
                    && isNear(word, readings, spoken)) {
                near.add(entry.text());
            }
        }
        return near;
    }

    private static boolean isNear(String word, List<String> readings, SoundIndex.Spoken spoken) {
        String name = spoken.entry().text();
        if (isChinese(word) && word.length() == 2) {
            return name.length() == 2 && (readings.contains(spoken.sound()) || isHalf(word, readings, spoken));
        }
        if (name.length() > 2 && word.length() > 2 && OneSlip.apart(word, name)) {
            return true;
        }
        String folded = Sounds.folded(spoken.sound());
        boolean asMany = !isChinese(word) || name.length() == word.length();
        return asMany
                && readings.stream()
                        .map(Sounds::folded)
                        .anyMatch(reading ->
                                reading.equals(folded) || (reading.length() > 4 && OneSlip.apart(reading, folded)));
    }

    /** Whether one of two characters is the same and the other is like it. */
    private static boolean isHalf(String word, List<String> readings, SoundIndex.Spoken spoken) {
        String name = spoken.entry().text();
        int other = word.charAt(0) == name.charAt(0) ? 1 : 0;
        return word.charAt(1 - other) == name.charAt(1 - other)
                && (LookAlikes.of(word.charAt(other)).indexOf(name.charAt(other)) >= 0
                        || readings.stream().map(Sounds::folded).anyMatch(Sounds.folded(spoken.sound())::equals));
    }

    private static boolean isChinese(String word) {
        return word.chars().allMatch(c -> c >= 0x80);
    }
}
