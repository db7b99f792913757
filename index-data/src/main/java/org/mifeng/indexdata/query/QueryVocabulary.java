package org.mifeng.indexdata.query;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mifeng.indexdata.query.Meaning.Sign;
import org.mifeng.indexdata.reference.Alias;
import org.mifeng.indexdata.reference.Aliases;
import org.mifeng.indexdata.reference.Certificate;
import org.mifeng.indexdata.reference.Certificates;
import org.mifeng.indexdata.reference.Occupation;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.indexdata.reference.PlaceName;
import org.mifeng.indexdata.reference.PlainText;
import org.mifeng.indexdata.reference.QueryPhrase;
import org.mifeng.indexdata.reference.TitlePhrase;
import org.mifeng.indexdata.reference.Town;
import org.mifeng.indexdata.reference.Towns;
import org.mifeng.indexdata.reference.WordTrie;
import org.mifeng.indexdata.title.NameEnd;
import org.mifeng.indexdata.title.TitleNormaliser;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.TimeSlots.DayPart;

/** Every word that a query is searched for, with what it means and how common it is. */
final class QueryVocabulary {
    private static final String OF = "的";
    /** What people leave away from the name of a town; of counties only what is left of them is said. */
    private static final List<String> PLACE_KINDS = List.of("街道", "新区", "镇", "乡", "区", "县", "市");

    /** Short names of towns that mean something else first. */
    private static final Set<String> NO_SHORT_NAMES = Set.of("高楼", "安居", "书院", "中心店");

    /** How common words beside names are, in posts; names have up to some hundreds. */
    private static final double FILTER = 60;

    private static final double TIME = 10;
    private static final double COUNTY = 120;
    private static final double TOWN = 8;
    private static final double PHRASE = 5;

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Entry> byText = new HashMap<>();
    private final Map<String, Set<String>> sectors = new HashMap<>();
    private final WordTrie trie = new WordTrie();
    private final double[] worth;

    /**
     * A word.
     *
     * @param text in plain form
     * @param meaning what it says
     * @param common how often it is said, in relation to the others; for a name its share of the posts of its trade
     * @param shown whether it may be suggested: no name that no post of ours uses
     */
    record Entry(String text, Meaning meaning, double common, boolean shown) {
        boolean isName() {
            return meaning instanceof Meaning.Name name && name.trade() >= 0;
        }
    }

    private final TitleNormaliser normaliser;

    QueryVocabulary(TitleNormaliser normaliser) {
        this.normaliser = normaliser;
        addPhrases();
        addCertificates();
        addPlaces();
        addFilters();
        addNames();
        addWords();
        for (int i = 0; i < entries.size(); i++) {
            trie.add(entries.get(i).text(), i);
        }
        worth = entries.stream().mapToDouble(QueryVocabulary::worth).toArray();
    }

    private static double worth(Entry entry) {
        int length = entry.text().length();
        if (length == 1) {
            return isNegation(entry.meaning()) ? 0.8 : 0.5;
        }
        return switch (entry.meaning()) {
            case Sign sign when isNegation(sign) -> length * length;
            case Sign sign -> Math.pow(length, 1.8);
            default -> length * length;
        };
    }

    private static boolean isNegation(Meaning meaning) {
        return meaning == Sign.NOT || meaning == Sign.LACK || meaning == Sign.NO;
    }

    int[] cut(String text) {
        return trie.cut(text, worth);
    }

    Entry entry(int number) {
        return entries.get(number);
    }

    List<Entry> entries() {
        return entries;
    }

    @Nullable
    Entry find(String text) {
        return byText.get(text);
    }

    /** The kinds of employers that a word means when they are not wanted; empty for most words. */
    Set<String> sectors(String text) {
        return sectors.getOrDefault(text, Set.of());
    }

    private void add(String text, Meaning meaning, double common, boolean shown) {
        Entry entry = new Entry(PlainText.of(text), meaning, common, shown);
        if (!entry.text().isEmpty() && byText.putIfAbsent(entry.text(), entry) == null) {
            entries.add(entry);
        }
    }

    private void addPhrases() {
        for (QueryPhrase phrase : QueryPhrase.all()) {
            if (phrase.meaning() == QueryPhrase.Meaning.SECTOR) {
                sectors.put(PlainText.of(phrase.text()), Set.copyOf(phrase.values()));
            } else {
                Meaning meaning = meaning(phrase);
                add(phrase.text(), meaning, meaning instanceof Sign ? PHRASE : TIME, false);
            }
        }
    }

    private static Meaning meaning(QueryPhrase phrase) {
        return switch (phrase.meaning()) {
            case FILLER, OUTSIDE -> phrase.text().equals(OF) ? Sign.OF : Sign.FILLER;
            case AND -> Sign.AND;
            case BUT -> Sign.BUT;
            case NOT -> Sign.NOT;
            case LACK -> Sign.LACK;
            case NO -> Sign.NO;
            case SLOT -> new Meaning.Timed(slots(phrase.values()), OptionalInt.empty());
            case DAY ->
                new Meaning.Timed(
                        slots(phrase.values().subList(1, phrase.values().size())),
                        OptionalInt.of(Integer.parseInt(phrase.values().getFirst())));
            case NEAR -> new Meaning.Close(Integer.parseInt(phrase.values().getFirst()), false);
            case CERTIFICATE -> new Meaning.Certified(Certificates.bits(phrase.values()));
            case DEMAND -> Sign.DEMAND;
            case URGENT -> Sign.SOON;
            case NOT_WORD -> new Meaning.Refused(phrase.values().getFirst());
            case SECTOR, WORD -> Sign.PLAIN;
        };
    }

    private static TimeSlots slots(List<String> values) {
        List<DayOfWeek> days = new ArrayList<>(List.of(DayOfWeek.values()));
        Set<DayPart> parts = EnumSet.noneOf(DayPart.class);
        for (String value : values) {
            switch (value) {
                case "WEEKEND" -> days.removeIf(day -> day.getValue() < 6);
                case "WEEKDAY" -> days.removeIf(day -> day.getValue() >= 6);
                default -> parts.add(DayPart.valueOf(value));
            }
        }
        TimeSlots slots = TimeSlots.NEVER;
        for (DayOfWeek day : days) {
            for (DayPart part : parts.isEmpty() ? EnumSet.allOf(DayPart.class) : parts) {
                slots = slots.with(day, part);
            }
        }
        return slots;
    }

    private void addCertificates() {
        for (Certificate certificate : Certificates.all()) {
            Meaning meaning = new Meaning.Certified(certificate.bit());
            add(certificate.name(), meaning, PHRASE, false);
            for (String alias : certificate.aliases()) {
                add(alias, meaning, FILTER, false);
            }
        }
    }

    private void addPlaces() {
        Map<String, List<String>> counties = new LinkedHashMap<>();
        Map<String, List<String>> towns = new LinkedHashMap<>();
        Map<String, String> shortOf = new HashMap<>();
        for (Town town : Towns.all()) {
            counties.computeIfAbsent(town.county(), county -> new ArrayList<>()).add(town.code());
            towns.computeIfAbsent(town.name(), name -> new ArrayList<>()).add(town.code());
        }
        counties.forEach((county, codes) -> {
            Meaning meaning = new Meaning.Located(county, codes, true);
            add(county, meaning, COUNTY, true);
            add(withoutKind(county), meaning, COUNTY, false);
        });
        for (PlaceName place : PlaceName.all()) {
            add(place.text(), new Meaning.Located(place.text(), place.towns(), true), FILTER, true);
        }
        towns.forEach((town, codes) -> {
            add(town, new Meaning.Located(town, codes, false), TOWN, true);
            shortOf.merge(withoutKind(town), town, (a, b) -> a);
        });
        shortOf.forEach((shortName, town) -> {
            if (shortName.length() > 1 && !NO_SHORT_NAMES.contains(shortName)) {
                add(shortName, new Meaning.Located(town, towns.getOrDefault(town, List.of()), false), TOWN, false);
            }
        });
    }

    private static String withoutKind(String place) {
        for (String kind : PLACE_KINDS) {
            if (place.endsWith(kind)) {
                return place.substring(0, place.length() - kind.length());
            }
        }
        return place;
    }

    private void addFilters() {
        Set<Meaning> known = new HashSet<>();
        for (TitlePhrase phrase : TitlePhrase.all()) {
            Meaning meaning = switch (phrase.meaning()) {
                case URGENT -> Sign.SOON;
                case SETTLEMENT -> new Meaning.Settled(phrase.settlement().orElseThrow());
                case BENEFIT -> new Meaning.Gives(phrase.benefits());
                default -> Sign.PLAIN;
            };
            if (meaning != Sign.PLAIN) {
                // the first of the phrases that mean the same is the usual one
                add(phrase.text(), meaning, FILTER, known.add(meaning) && meaning != Sign.SOON);
            }
        }
    }

    /** What is no name and no filter; names that are general too stay names. */
    private void addWords() {
        for (TitlePhrase phrase : TitlePhrase.all()) {
            boolean general = phrase.meaning() == TitlePhrase.Meaning.GENERAL;
            add(phrase.text(), general ? name(phrase.text(), -1, false) : Sign.PLAIN, PHRASE, false);
        }
        sectors.keySet().forEach(word -> add(word, Sign.PLAIN, PHRASE, false));
    }

    private Meaning.Name name(String text, int trade, boolean head) {
        return new Meaning.Name(trade, head, normaliser.tradesSaid(text));
    }

    private void addNames() {
        Map<OccupationCode, Double> totals = new HashMap<>();
        Map<String, OccupationCode> codes = new HashMap<>();
        Set<String> general = new HashSet<>();
        for (TitlePhrase phrase : TitlePhrase.all()) {
            if (phrase.meaning() == TitlePhrase.Meaning.GENERAL) {
                general.add(PlainText.of(phrase.text()));
            }
        }
        for (Alias alias : Aliases.all()) {
            totals.merge(alias.code(), alias.weight() + 0.5, Double::sum);
            codes.put(PlainText.of(alias.text()), alias.code());
        }
        for (Alias alias : Aliases.all()) {
            String text = PlainText.of(alias.text());
            int trade = Occupations.tree().ordinal(alias.code());
            double posts =
                    Occupations.find(alias.code()).map(Occupation::weight).orElse(1);
            double share = (alias.weight() + 0.5) / totals.getOrDefault(alias.code(), 1.0);
            if (!isNameWithTime(text, alias.code(), codes)) {
                boolean head = !general.contains(text) && !NameEnd.isPlace(text);
                add(text, name(text, trade, head), posts * share, alias.weight() > 0);
            }
        }
    }

    /** Whether a name is another name of its trade with a filter beside it, such as 夜班保安: both are to be heard. */
    private boolean isNameWithTime(String text, OccupationCode code, Map<String, OccupationCode> codes) {
        for (int cut = 2; cut <= text.length() - 2; cut++) {
            String before = text.substring(0, cut);
            String after = text.substring(cut);
            if ((isFilter(before) && code.equals(codes.get(after)))
                    || (isFilter(after) && code.equals(codes.get(before)))) {
                return true;
            }
        }
        return false;
    }

    private boolean isFilter(String text) {
        Entry entry = byText.get(text);
        return entry != null && !(entry.meaning() instanceof Sign) && !(entry.meaning() instanceof Meaning.Name);
    }
}
