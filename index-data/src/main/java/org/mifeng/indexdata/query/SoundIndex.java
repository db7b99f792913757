package org.mifeng.indexdata.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mifeng.indexdata.query.QueryVocabulary.Entry;

/** The words of the vocabulary by how they sound, the most common first. */
final class SoundIndex {
    private final Map<String, List<Entry>> bySound = new HashMap<>();
    private final Map<String, List<Entry>> byFoldedSound = new HashMap<>();
    private final Map<String, List<Entry>> byInitials = new HashMap<>();
    private final Map<String, Entry> signs = new HashMap<>();
    private final List<Spoken> spoken = new ArrayList<>();

    /**
     * A word with one of the ways it is read.
     *
     * @param sound its pinyin
     * @param entry the word
     */
    record Spoken(String sound, Entry entry) {}

    SoundIndex(QueryVocabulary vocabulary) {
        List<Entry> common = vocabulary.entries().stream()
                .filter(entry -> entry.text().length() > 1 && !(entry.meaning() instanceof Meaning.Sign))
                .sorted(Comparator.comparingDouble(Entry::common).reversed().thenComparing(Entry::text))
                .toList();
        for (Entry entry : vocabulary.entries()) {
            if (entry.meaning() instanceof Meaning.Sign sign && sign != Meaning.Sign.PLAIN) {
                Sounds.of(entry.text()).forEach(sound -> signs.putIfAbsent(sound, entry));
            }
        }
        for (Entry entry : common) {
            for (String sound : Sounds.of(entry.text())) {
                put(bySound, sound, entry);
                put(byFoldedSound, Sounds.folded(sound), entry);
                spoken.add(new Spoken(sound, entry));
            }
            for (String initials : Sounds.initials(entry.text())) {
                put(byInitials, initials, entry);
            }
        }
    }

    /** A phrase such as 我想找 that sounds so: what stands around names in sentences. */
    Optional<Entry> sign(String pinyin) {
        return Optional.ofNullable(signs.get(pinyin));
    }

    private static void put(Map<String, List<Entry>> index, String key, Entry entry) {
        List<Entry> sameKey = index.computeIfAbsent(key, k -> new ArrayList<>(1));
        if (sameKey.isEmpty() || !sameKey.getLast().equals(entry)) {
            sameKey.add(entry);
        }
    }

    List<Entry> sounding(String pinyin) {
        return bySound.getOrDefault(pinyin, List.of());
    }

    List<Entry> soundingLike(String pinyin) {
        return byFoldedSound.getOrDefault(Sounds.folded(pinyin), List.of());
    }

    List<Entry> beginningWith(String initials) {
        return byInitials.getOrDefault(initials, List.of());
    }

    /** All words with all their readings, the most common first. */
    List<Spoken> spoken() {
        return spoken;
    }
}
