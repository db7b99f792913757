package org.mifeng.indexdata.query;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mifeng.indexdata.query.Chip.Recognition;
import org.mifeng.indexdata.query.Meaning.Sign;
import org.mifeng.indexdata.query.QueryScan.Token;
import org.mifeng.indexdata.query.QueryVocabulary.Entry;
import org.mifeng.indexdata.reference.LookAlikes;

/**
 * Puts right what no word of the vocabulary explains: pinyin, initials, characters that sound the same, slips. What is
 * known stays as it is, so that 门卫 never becomes 门诊.
 */
final class Correction {
    private static final int LONGEST_NAME = 8;
    private static final int LONGEST_PINYIN = 24;
    private static final int LONGEST_SENTENCE = 60;
    /** Words of one query that are tried; what comes later stays as typed. */
    private static final int MOST_ATOMS = 60;

    /** In longer unknown text, slips are not looked for: it is no misspelt name. */
    private static final int LONGEST_SLIPPED = 10;

    private static final int SHORTEST_BEGINNING = 3;
    private static final int SHORTEST_SLIP = 5;
    private static final int MOST_INITIALS = 6;
    private static final int SHORTEST_CLEAR_INITIALS = 3;
    /** Letters from which on a rare name is believed. */
    private static final int SHORTEST_CLEAR = 7;

    /** Of a phrase in pinyin, in relation to a name. */
    private static final double PHRASE_COST = 1.1;

    /** Names less common than this are not guessed from a part of their sound. */
    private static final double COMMON = 1;
    /** Names less common than this must share a character with what sounds like them. */
    private static final double VERY_COMMON = 20;

    private final QueryVocabulary vocabulary;
    private final SoundIndex sounds;

    Correction(QueryVocabulary vocabulary, SoundIndex sounds) {
        this.vocabulary = vocabulary;
        this.sounds = sounds;
    }

    /**
     * A part of a query that was put right.
     *
     * @param from index of its first character in the text that is right
     * @param to index behind its last one
     * @param recognition how
     * @param odds how likely each trade is that the part may mean, by its ordinal, the likeliest first; empty if it is no
     *     name
     */
    record Fix(int from, int to, Recognition recognition, Map<Integer, Double> odds) {}

    /**
     * A query that was put right.
     *
     * @param text as it should be
     * @param fixes what was changed, in order
     */
    record Corrected(QueryText text, List<Fix> fixes) {}

    /**
     * What a part may mean.
     *
     * @param from index of its first character in the text as typed
     * @param to index behind its last one
     * @param recognition how it was found
     * @param best the word it becomes
     * @param odds as in {@link Fix}
     */
    private record Found(int from, int to, Recognition recognition, Entry best, Map<Integer, Double> odds) {}

    Corrected of(QueryText text, List<Token> tokens) {
        boolean known = true;
        for (Token token : tokens) {
            known &= !isUnknown(token);
        }
        if (known) {
            return new Corrected(text, List.of());
        }
        List<Found> found = new ArrayList<>();
        int left = MOST_ATOMS;
        for (List<Token> run : runs(tokens)) {
            List<Token> tried = run.subList(0, Math.min(run.size(), left));
            left -= tried.size();
            if (tried.stream().anyMatch(Correction::isUnknown)) {
                inRun(text.text(), tried, found);
            }
        }
        found.sort(Comparator.comparingInt(Found::from));
        QueryText right = text;
        List<Fix> fixes = new ArrayList<>();
        int shift = 0;
        for (Found one : found) {
            String words = one.best().text();
            int start = one.from() + shift;
            right = right.with(start, one.to() + shift, words);
            fixes.add(new Fix(start, start + words.length(), one.recognition(), one.odds()));
            shift += words.length() - (one.to() - one.from());
        }
        return new Corrected(right, fixes);
    }

    /** Neighbouring tokens that may be parts of one name. */
    private static List<List<Token>> runs(List<Token> tokens) {
        List<List<Token>> runs = new ArrayList<>();
        List<Token> run = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean between = token.meaning() == Sign.SPACE && !run.isEmpty() && isUnknown(run.getLast());
            boolean part = isUnknown(token)
                    || token.meaning() instanceof Meaning.Name
                    || (token.length() == 1 && token.meaning() != Sign.SPACE && token.meaning() != Sign.STOP);
            if (part) {
                run.add(token);
            } else if (!between && !run.isEmpty()) {
                runs.add(run);
                run = new ArrayList<>();
            }
        }
        if (!run.isEmpty()) {
            runs.add(run);
        }
        return runs;
    }

    private static boolean isUnknown(Token token) {
        return token.meaning() == Sign.UNKNOWN;
    }

    private void inRun(String text, List<Token> run, List<Found> found) {
        boolean[] used = new boolean[run.size()];
        boolean maySlip = run.size() <= LONGEST_SLIPPED && run.stream().noneMatch(Correction::isHead);
        windows(
                run,
                used,
                window -> leavesACharacter(text, run, window) ? null : fromCharacters(text, window, maySlip),
                found);
        windows(run, used, window -> window.size() == 1 ? latin(text, window.getFirst(), found) : null, found);
    }

    /** Whether a character that nothing explains stands beside a window: then the whole was meant, not a part of it. */
    private static boolean leavesACharacter(String text, List<Token> run, List<Token> window) {
        return run.stream()
                .filter(Correction::isUnknown)
                .filter(token -> token.to() == window.getFirst().from()
                        || token.from() == window.getLast().to())
                .anyMatch(token -> !QueryScan.isLatin(text.charAt(token.from())));
    }

    private @Nullable Found fromCharacters(String text, List<Token> window, boolean maySlip) {
        Found sounding = bySound(text, window);
        return sounding == null && maySlip ? slip(text, window) : sounding;
    }

    private static boolean isHead(Token token) {
        return token.length() > 1 && token.meaning() instanceof Meaning.Name name && name.head();
    }

    private interface Finder {
        @Nullable
        Found find(List<Token> window);
    }

    /** Tries every window with something unknown, the longest first. */
    private static void windows(List<Token> run, boolean[] used, Finder finder, List<Found> found) {
        for (int size = Math.min(run.size(), LONGEST_NAME); size > 0; size--) {
            for (int start = 0; start + size <= run.size(); start++) {
                List<Token> window = run.subList(start, start + size);
                boolean unknown = false;
                boolean free = true;
                for (int i = start; i < start + size; i++) {
                    unknown |= isUnknown(run.get(i));
                    free &= !used[i];
                }
                Found one = unknown && free ? finder.find(window) : null;
                if (one != null) {
                    found.add(one);
                    for (int i = start; i < start + size; i++) {
                        used[i] = true;
                    }
                }
            }
        }
    }

    private @Nullable Found bySound(String text, List<Token> window) {
        int from = window.getFirst().from();
        int to = window.getLast().to();
        String said = text.substring(from, to);
        String characters = withoutLatin(said);
        boolean latin = characters.length() < said.length();
        if (said.length() > LONGEST_PINYIN || characters.length() > LONGEST_NAME || said.length() < 2) {
            return null;
        }
        Set<String> readings = Sounds.of(said);
        Recognition recognition = latin ? Recognition.PINYIN : Recognition.HOMOPHONE;
        for (boolean exact : new boolean[] {true, false}) {
            List<Entry> candidates = new ArrayList<>();
            for (String reading : readings) {
                for (Entry entry : exact ? sounds.sounding(reading) : sounds.soundingLike(reading)) {
                    boolean fits = latin
                            ? holds(entry.text(), characters)
                            : entry.text().length() == said.length()
                                    && (shares(entry.text(), said) || (exact && entry.common() >= VERY_COMMON));
                    if (fits && !candidates.contains(entry)) {
                        candidates.add(entry);
                    }
                }
            }
            if (!candidates.isEmpty()) {
                return found(from, to, recognition, candidates);
            }
        }
        return null;
    }

    private static String withoutLatin(String text) {
        StringBuilder rest = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                rest.append(text.charAt(i));
            }
        }
        return rest.toString();
    }

    private static boolean shares(String name, String said) {
        return said.chars().anyMatch(c -> name.indexOf(c) >= 0);
    }

    private static boolean holds(String name, String characters) {
        int at = 0;
        for (int i = 0; i < name.length() && at < characters.length(); i++) {
            at += name.charAt(i) == characters.charAt(at) ? 1 : 0;
        }
        return at == characters.length();
    }

    /** A Latin word that is no name's whole pinyin: several names, initials, a beginning, or a slip. */
    private @Nullable Found latin(String text, Token token, List<Found> found) {
        String word = token.in(text);
        if (!word.chars().allMatch(c -> c >= 'a' && c <= 'z')
                || word.length() > LONGEST_SENTENCE
                || word.length() < 2) {
            return null;
        }
        List<Found> several = names(word, token.from());
        if (!several.isEmpty()) {
            found.addAll(several.subList(1, several.size()));
            return several.getFirst();
        }
        if (word.length() <= MOST_INITIALS) {
            List<Entry> same = common(sounds.beginningWith(word), word.length() >= SHORTEST_CLEAR_INITIALS);
            if (!same.isEmpty()) {
                return found(token.from(), token.to(), Recognition.INITIALS, same);
            }
        }
        Optional<Entry> sign = sounds.sign(word);
        if (sign.isPresent()) {
            return found(token.from(), token.to(), Recognition.PINYIN, List.of(sign.get()));
        }
        List<Entry> longer = new ArrayList<>();
        List<Entry> near = new ArrayList<>();
        for (SoundIndex.Spoken spoken : sounds.spoken()) {
            if (word.length() >= SHORTEST_BEGINNING && spoken.sound().startsWith(word)) {
                longer.add(spoken.entry());
            }
            if (word.length() >= SHORTEST_SLIP && OneSlip.apart(word, spoken.sound())) {
                near.add(spoken.entry());
            }
        }
        List<Entry> begun = common(longer, word.length() >= SHORTEST_CLEAR);
        List<Entry> slipped = common(near, word.length() >= SHORTEST_CLEAR);
        return !begun.isEmpty()
                ? found(token.from(), token.to(), Recognition.PINYIN, begun)
                : !slipped.isEmpty() ? found(token.from(), token.to(), Recognition.SLIP, slipped) : null;
    }

    /** Without rare words, for which too little was typed; if more was, names that some post uses do. */
    private static List<Entry> common(List<Entry> entries, boolean clear) {
        return entries.stream()
                .filter(entry -> entry.common() >= COMMON || (clear && entry.shown()))
                .toList();
    }

    /** The names and phrases that make up a Latin word, such as 保安 and 日结; empty if something is left or there is no name. */
    private List<Found> names(String word, int offset) {
        int length = word.length();
        int[] next = new int[length + 1];
        double[] cost = new double[length + 1];
        for (int from = length - 1; from >= 0; from--) {
            cost[from] = Double.POSITIVE_INFINITY;
            for (int to = from + 1; to <= Math.min(length, from + LONGEST_PINYIN); to++) {
                double whole = cost[to] + cost(word.substring(from, to));
                if (whole < cost[from]) {
                    cost[from] = whole;
                    next[from] = to;
                }
            }
        }
        List<Found> found = new ArrayList<>();
        boolean name = false;
        for (int at = 0; at < length && cost[0] < Double.POSITIVE_INFINITY; at = next[at]) {
            String piece = word.substring(at, next[at]);
            List<Entry> words = sounds.sounding(piece);
            name |= !words.isEmpty();
            found.add(found(
                    offset + at,
                    offset + next[at],
                    Recognition.PINYIN,
                    words.isEmpty() ? sounds.sign(piece).stream().toList() : words));
        }
        return name ? found : List.of();
    }

    /** Few and long names are the likeliest. */
    private double cost(String piece) {
        return !sounds.sounding(piece).isEmpty()
                ? 1
                : sounds.sign(piece).isPresent() ? PHRASE_COST : Double.POSITIVE_INFINITY;
    }

    /** Look-alike, swapped, one too many, one missing; the last two only in names of four and more. */
    private @Nullable Found slip(String text, List<Token> window) {
        int from = window.getFirst().from();
        int to = window.getLast().to();
        String said = text.substring(from, to);
        int length = said.length();
        if (length < 2 || length > LONGEST_NAME || withoutLatin(said).length() < length) {
            return null;
        }
        List<Entry> candidates = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            for (char other : LookAlikes.of(said.charAt(i)).toCharArray()) {
                addName(said.substring(0, i) + other + said.substring(i + 1), candidates);
            }
            if (i + 1 < length) {
                addName(said.substring(0, i) + said.charAt(i + 1) + said.charAt(i) + said.substring(i + 2), candidates);
            }
            if (length >= 4) {
                addName(said.substring(0, i) + said.substring(i + 1), candidates);
            }
        }
        if (length >= 3) {
            for (Entry entry : vocabulary.entries()) {
                if (entry.text().length() == length + 1 && entry.isName() && OneSlip.apart(said, entry.text())) {
                    candidates.add(entry);
                }
            }
        }
        return candidates.isEmpty() ? null : found(from, to, Recognition.SLIP, candidates);
    }

    private void addName(String text, List<Entry> candidates) {
        Optional.ofNullable(vocabulary.find(text)).filter(Entry::isName).ifPresent(candidates::add);
    }

    /** The most common candidate; of trades the one whose names are the most common together. */
    private static Found found(int from, int to, Recognition recognition, List<Entry> candidates) {
        Map<Integer, Double> trades = new LinkedHashMap<>();
        double sum = 0;
        for (Entry entry : candidates) {
            if (entry.meaning() instanceof Meaning.Name name && name.trade() >= 0) {
                trades.merge(name.trade(), entry.common(), Double::sum);
                sum += entry.common();
            }
        }
        double all = sum;
        Map<Integer, Double> odds = new LinkedHashMap<>();
        trades.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(trade -> odds.put(trade.getKey(), trade.getValue() / all));
        Entry best = null;
        for (Entry entry : candidates) {
            double common = entry.meaning() instanceof Meaning.Name name && name.trade() >= 0
                    ? trades.getOrDefault(name.trade(), 0.0)
                    : entry.common();
            double most = best == null
                    ? -1
                    : best.meaning() instanceof Meaning.Name name && name.trade() >= 0
                            ? trades.getOrDefault(name.trade(), 0.0)
                            : best.common();
            if (common > most || (best != null && common == most && entry.common() > best.common())) {
                best = entry;
            }
        }
        if (best == null) {
            throw new IllegalArgumentException("nothing to choose from");
        }
        return new Found(from, to, recognition, best, best.isName() ? odds : Map.of());
    }
}
