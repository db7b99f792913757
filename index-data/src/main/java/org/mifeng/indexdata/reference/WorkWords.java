package org.mifeng.indexdata.reference;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.occupation.Dictionary;

/**
 * The words by which people speak of work, as the tables have them: names of trades, certificates, towns, times, what comes
 * beside pay, what titles say without naming work; and ordinary words on whose borders such a name seems to stand, as
 * 门卫 does in 厦门卫生.
 *
 * <p>A name that holds another name of its trade counts as both, 维修电工 as 电工 too; 水电工, another trade, does not.
 */
final class WorkWords implements Dictionary {
    /** Raise it whenever the same words are cut in another way. */
    private static final int VERSION = 1;

    private static final int SHORTEST = 2;

    private final WordTrie trie = new WordTrie();
    private final List<List<String>> counted = new ArrayList<>();
    private final double[] worth;
    private final String digest;

    WorkWords() {
        Map<String, List<OccupationCode>> words = words();
        CRC32C crc = new CRC32C();
        crc.update(VERSION);
        worth = new double[words.size()];
        words.forEach((word, trades) -> {
            crc.update((word + trades + '\n').getBytes(StandardCharsets.UTF_8));
            worth[counted.size()] = word.length() * word.length();
            trie.add(word, counted.size());
            counted.add(counted(word, words));
        });
        digest = Long.toHexString(crc.getValue());
    }

    /** The words with the trades that they name, most of them one or none. */
    private static Map<String, List<OccupationCode>> words() {
        Map<String, List<OccupationCode>> words = new TreeMap<>();
        others().map(PlainText::of)
                .filter(word -> word.length() >= SHORTEST)
                .forEach(word -> words.putIfAbsent(word, List.of()));
        for (Alias alias : Aliases.all()) {
            String word = PlainText.of(alias.text());
            if (word.length() >= SHORTEST && word.indexOf(' ') < 0) {
                words.merge(
                        word,
                        List.of(alias.code()),
                        (a, b) -> Stream.concat(a.stream(), b.stream())
                                .distinct()
                                .sorted()
                                .toList());
            }
        }
        words.keySet().removeIf(word -> word.indexOf(' ') >= 0);
        return words;
    }

    private static Stream<String> others() {
        return Stream.of(
                        TitlePhrase.all().stream().map(TitlePhrase::text),
                        QueryPhrase.all().stream()
                                .filter(phrase -> switch (phrase.meaning()) {
                                    case SLOT, SECTOR, WORD -> true;
                                    default -> false;
                                })
                                .map(QueryPhrase::text),
                        Certificates.all().stream()
                                .flatMap(one -> Stream.concat(Stream.of(one.name()), one.aliases().stream())),
                        Towns.all().stream().flatMap(town -> Stream.of(town.county(), town.name())),
                        PlaceName.all().stream().map(PlaceName::text),
                        new ReferenceTable("ordinary-words.csv").rows(row -> row.text("word")).stream())
                .flatMap(words -> words);
    }

    /** The word, and the names of its trade inside it. */
    private static List<String> counted(String word, Map<String, List<OccupationCode>> words) {
        List<OccupationCode> trades = words.getOrDefault(word, List.of());
        List<String> counted = new ArrayList<>(List.of(word));
        for (int from = 0; from < word.length(); from++) {
            for (int to = from + SHORTEST; to <= word.length(); to++) {
                String part = word.substring(from, to);
                List<OccupationCode> others = words.getOrDefault(part, List.of());
                if (!counted.contains(part) && !Collections.disjoint(trades, others)) {
                    counted.add(part);
                }
            }
        }
        return List.copyOf(counted);
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public void cut(String text, Consumer<String> words) {
        String plain = plain(text);
        int[] chosen = trie.cut(plain, worth);
        for (int at = 0; at < plain.length(); ) {
            if (chosen[at] < 0) {
                at++;
            } else {
                List<String> said = counted.get(chosen[at]);
                said.forEach(words);
                at += said.getFirst().length();
            }
        }
    }

    /** As {@link PlainText} has it, of any length; signs stay where they are, for no word reaches over one. */
    private static String plain(String text) {
        String equal = Normalizer.isNormalized(text, Normalizer.Form.NFKC)
                ? text
                : Normalizer.normalize(text, Normalizer.Form.NFKC);
        char[] plain = new char[equal.length()];
        int length = 0;
        for (int i = 0; i < plain.length; i++) {
            char c = PlainText.plain(equal.charAt(i));
            if (c != PlainText.UNSEEN) {
                plain[length++] = c;
            }
        }
        return new String(plain, 0, length);
    }
}
