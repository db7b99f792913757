package org.mifeng.indexdata.reference;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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
    /** Less than words differ by in worth: decides between cuts that explain as much. */
    private static final double PREFERENCE = 0.001;

    private static final double NEVER = -1;
    /** What a character counts that a word explains, within a name: 数控车工 is 数控 and 车工, not 数控车 with a 工 left over. */
    private static final double EXPLAINED = 4;

    private final WordTrie trie = new WordTrie();
    private final List<List<String>> counted = new ArrayList<>();
    /** The numbers of the words that a word stands in, itself too, the shortest first. */
    private final Map<String, List<Integer>> holding = new HashMap<>();

    /** Found when first asked for: a tenth of a millisecond or three. */
    private final Map<String, List<String>> saying = new ConcurrentHashMap<>();

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
            for (String part : knownIn(word, words)) {
                holding.computeIfAbsent(part, known -> new ArrayList<>(1)).add(counted.size());
            }
            counted.add(counted(word, words));
        });
        Comparator<Integer> shortestFirst =
                Comparator.comparing(number -> counted.get(number).getFirst().length());
        holding.values().forEach(numbers -> numbers.sort(shortestFirst));
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
        for (String part : knownIn(word, words)) {
            if (!part.equals(word) && !Collections.disjoint(trades, words.getOrDefault(part, List.of()))) {
                counted.add(part);
            }
        }
        return List.copyOf(counted);
    }

    /** The known words inside of a word, itself too. */
    private static Set<String> knownIn(String word, Map<String, List<OccupationCode>> words) {
        Set<String> known = new LinkedHashSet<>();
        for (int from = 0; from < word.length(); from++) {
            for (int to = from + SHORTEST; to <= word.length(); to++) {
                String part = word.substring(from, to);
                if (words.containsKey(part)) {
                    known.add(part);
                }
            }
        }
        return known;
    }

    @Override
    public String digest() {
        return digest;
    }

    @Override
    public void cut(String text, Consumer<String> words) {
        cut(plain(text), worth, counted -> counted.forEach(words));
    }

    /** 酒店保洁员 says 保洁, for it can be cut into 酒店 and 保洁员; 必胜客服务员, which is 必胜客 and 服务员, does not say 客服. */
    @Override
    public List<String> saying(String name) {
        String plain = PlainText.of(name);
        return holding.containsKey(plain) ? saying.computeIfAbsent(plain, this::wordsSaying) : List.of();
    }

    private List<String> wordsSaying(String plain) {
        double[] preferring = new double[worth.length];
        Arrays.setAll(
                preferring,
                word -> worth[word] + EXPLAINED * counted.get(word).getFirst().length());
        Set<String> saying = new HashSet<>();
        List<String> once = new ArrayList<>();
        for (int number : holding.getOrDefault(plain, List.of())) {
            String word = counted.get(number).getFirst();
            boolean countsAsShorter = counted.get(number).stream().anyMatch(saying::contains);
            if (countsAsShorter || word.equals(plain) || isCutInto(saying, number, preferring)) {
                saying.add(word);
                preferring[number] += PREFERENCE;
                if (!countsAsShorter) {
                    once.add(word);
                }
            }
        }
        return List.copyOf(once);
    }

    private boolean isCutInto(Set<String> any, int number, double[] worth) {
        double whole = worth[number];
        worth[number] = NEVER;
        List<String> parts = new ArrayList<>();
        cut(counted.get(number).getFirst(), worth, part -> parts.add(part.getFirst()));
        worth[number] = whole;
        return parts.stream().anyMatch(any::contains);
    }

    private void cut(String plain, double[] worth, Consumer<List<String>> words) {
        int[] chosen = trie.cut(plain, worth);
        for (int at = 0; at < plain.length(); ) {
            if (chosen[at] < 0) {
                at++;
            } else {
                List<String> said = counted.get(chosen[at]);
                words.accept(said);
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
