package org.mifeng.indexdata.query;

import java.util.ArrayList;
import java.util.List;
import org.mifeng.indexdata.query.QueryVocabulary.Entry;

/** Names near a word, too far away to take one for the other without asking. */
final class NearNames {
    private static final int LONGEST = 12;
    private static final double COMMON = 1;

    private final SoundIndex sounds;

    NearNames(SoundIndex sounds) {
        this.sounds = sounds;
    }

    /** Names that are one slip away in sound or writing, the most common first. */
    List<String> of(String word, int most) {
        List<String> near = new ArrayList<>();
        if (word.length() < 2 || word.length() > LONGEST) {
            return near;
        }
        List<String> readings =
                Sounds.of(word).stream().limit(4).map(Sounds::folded).toList();
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
        if (name.length() > 2 && word.length() > 2 && OneSlip.apart(word, name)) {
            return true;
        }
        String folded = Sounds.folded(spoken.sound());
        for (String reading : readings) {
            if (reading.equals(folded) || (reading.length() > 4 && OneSlip.apart(reading, folded))) {
                return true;
            }
        }
        return false;
    }
}
