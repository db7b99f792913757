package org.mifeng.api.search;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.numbering.NumberedTable;
import org.mifeng.api.numbering.PublicId;
import org.mifeng.api.numbering.PublicIds;
import org.mifeng.api.problem.FieldErrors;
import org.mifeng.indexdata.reference.Alias;
import org.mifeng.indexdata.reference.Aliases;
import org.mifeng.indexdata.reference.Certificate;
import org.mifeng.indexdata.reference.Certificates;
import org.mifeng.indexdata.reference.Occupation;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.indexdata.reference.Town;
import org.mifeng.indexdata.reference.Towns;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.CertificateCode;
import org.mifeng.matcher.Hazard;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.search.Chosen;
import org.mifeng.matcher.search.OccupationGroup;
import org.mifeng.matcher.search.SearchFilter;

/** Reads the filters of a search and adds to them what its words say. A parameter wins over words of the same thing. */
final class FilterReader {
    private static final int MOST_FEN_PER_HOUR = 1_000_000;
    private static final int LONGEST_WORD = 20;
    private static final int MOST_DAYS = 365;
    private static final Pattern CODE = Pattern.compile("[1-8](-\\d{2}){0,3}");
    private static final List<String> GROUPS = Occupations.all().stream()
            .map(Occupation::code)
            .flatMap(code -> Stream.of(code.value(), code.minor(), code.middle(), code.major()))
            .distinct()
            .sorted()
            .toList();
    private static final List<String> TOWNS =
            Towns.all().stream().map(Town::code).toList();
    private static final List<String> CERTIFICATES =
            Certificates.all().stream().map(Certificate::key).toList();

    private final SearchParameters said;
    private final SearchFilter words;
    private final LocalDate today;
    private final PublicIds ids;
    private final FieldErrors errors;
    private final QueryValues values;

    /**
     * @param said the parameters
     * @param words the filter that the words say
     * @param today in Jining
     * @param ids finds employers
     * @param errors takes what is wrong
     */
    FilterReader(SearchParameters said, SearchFilter words, LocalDate today, PublicIds ids, FieldErrors errors) {
        this.said = said;
        this.words = words;
        this.today = today;
        this.ids = ids;
        this.errors = errors;
        values = new QueryValues(errors);
    }

    /** The filter; not to be used if anything was wrong. */
    SearchFilter read() {
        Chosen<TimeSlots.DayPart> parts = values.constants("slot", said.slot, TimeSlots.DayPart.class);
        int least = pay("leastFenPerHour", said.leastFenPerHour, words.leastFenPerHour());
        int below = pay("belowFenPerHour", said.belowFenPerHour, SearchFilter.ANY_PAY);
        errors.check(below > least, "belowFenPerHour", "range", "应大于 leastFenPerHour");
        int within = values.number("postedWithinDays", said.postedWithinDays, 1, MOST_DAYS, 0);
        int starts = values.number("startsWithinDays", said.startsWithinDays, 0, MOST_DAYS, -1);
        return new SearchFilter(
                or(values.chosen("occupation", said.occupation, this::group), words.occupations()),
                or(values.constants("settlement", said.settlement, Settlement.class), words.settlements()),
                parts.included().isEmpty() ? words.slots() : slots(parts.included()),
                parts.excluded().isEmpty() ? words.excludedSlots() : slots(parts.excluded()),
                or(values.constants("benefit", said.benefit, Benefit.class), words.benefits()),
                values.constants("hazard", said.hazard, Hazard.class),
                or(values.chosen("certificate", said.certificate, this::certificate), words.certificates()),
                said.certificate.isEmpty() ? words.heldCertificates() : Set.of(),
                employers(),
                or(values.chosen("town", said.town, this::town), words.towns()),
                excludedWords(),
                said.occupation.isEmpty() ? words.excludedNames() : Set.of(),
                least,
                Math.max(below, least + 1),
                values.number("leastTrust", said.leastTrust, 0, 100, 0),
                within == 0 ? Optional.empty() : Optional.of(Duration.ofDays(within)),
                starts < 0 ? words.startsBy() : Optional.of(today.plusDays(starts)));
    }

    private static <T extends Comparable<T>> Chosen<T> or(Chosen<T> said, Chosen<T> words) {
        return new Chosen<>(
                said.included().isEmpty() ? minus(words.included(), said.excluded()) : said.included(),
                said.excluded().isEmpty() ? minus(words.excluded(), said.included()) : said.excluded());
    }

    private static <T> Set<T> minus(Set<T> all, Set<T> some) {
        Set<T> left = new HashSet<>(all);
        left.removeAll(some);
        return left;
    }

    private int pay(String name, @Nullable String value, int usual) {
        return values.number(name, value, 0, MOST_FEN_PER_HOUR, usual);
    }

    private Optional<OccupationGroup> group(String code) {
        if (!CODE.matcher(code).matches()) {
            Optional<Alias> alias = Aliases.all().stream()
                    .filter(known -> known.text().equals(code))
                    .max((a, b) -> Integer.compare(a.weight(), b.weight()));
            if (alias.isPresent()) {
                errors.add(
                        "occupation",
                        "occupation",
                        "应填职业代码，" + code + " 是 " + alias.get().code());
                return Optional.empty();
            }
        }
        return values.known("occupation", code, GROUPS).map(OccupationGroup::new);
    }

    private Optional<Integer> town(String code) {
        Optional<Town> named = Towns.all().stream()
                .filter(town -> town.name().equals(code) || town.fullName().equals(code))
                .findFirst();
        if (named.isPresent()) {
            errors.add(
                    "town",
                    "known-value",
                    "应填九位代码，" + code + " 是 " + named.get().code());
            return Optional.empty();
        }
        return values.known("town", code, TOWNS).map(Integer::valueOf);
    }

    private Optional<CertificateCode> certificate(String key) {
        return values.known("certificate", key, CERTIFICATES)
                .flatMap(Certificates::find)
                .map(Certificate::code);
    }

    private Chosen<Long> employers() {
        List<String> wellFormed = QueryValues.plain(said.employer).stream()
                .filter(PublicId::isWellFormed)
                .distinct()
                .toList();
        Map<String, Long> known = ids.numbers(NumberedTable.EMPLOYER, wellFormed);
        return values.chosen("employer", said.employer, id -> {
            errors.check(known.containsKey(id), "employer", "known-id", "没有这个用人单位");
            return Optional.ofNullable(known.get(id));
        });
    }

    private Set<String> excludedWords() {
        Set<String> excluded = new HashSet<>(words.excludedWords());
        for (String word : said.word) {
            String plain = word.startsWith("-") ? word.substring(1).strip() : "";
            errors.check(!plain.isEmpty(), "word", "negated", "只写不要的字眼，前面加 -，如 -夜班；要找的写在 q 里");
            errors.check(plain.length() <= LONGEST_WORD, "word", "length", "最多 " + LONGEST_WORD + " 个字");
            errors.check(
                    plain.isEmpty() || plain.codePoints().anyMatch(Character::isLetterOrDigit),
                    "word",
                    "word",
                    "里面没有字");
            if (plain.codePoints().anyMatch(Character::isLetterOrDigit)) {
                excluded.add(plain);
            }
        }
        errors.check(
                excluded.size() <= SearchFilter.MOST_WORDS, "word", "length", "最多 " + SearchFilter.MOST_WORDS + " 项");
        return excluded.stream().limit(SearchFilter.MOST_WORDS).collect(Collectors.toSet());
    }

    /** These parts of every day. */
    static TimeSlots slots(Collection<TimeSlots.DayPart> parts) {
        TimeSlots slots = TimeSlots.NEVER;
        for (TimeSlots.DayPart part : parts) {
            for (DayOfWeek day : DayOfWeek.values()) {
                slots = slots.with(day, part);
            }
        }
        return slots;
    }
}
