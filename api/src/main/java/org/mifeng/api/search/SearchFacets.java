package org.mifeng.api.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.mifeng.indexdata.reference.Occupation;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.indexdata.reference.Town;
import org.mifeng.indexdata.reference.Towns;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.search.FacetCounts;
import org.mifeng.matcher.search.FacetCounts.Count;

/**
 * What a search finds by the values of each filter, each counted without the filter itself. Values that would find
 * nothing are left out.
 *
 * @param posts found as the search is
 * @param openings places left in them
 * @param atLeast whether counting stopped early: every number is then a lower bound
 * @param occupationGroups minor groups, most posts first
 * @param occupations trades, most posts first
 * @param settlements most posts first
 * @param slots parts of a day, the earliest first
 * @param benefits most posts first
 * @param towns most posts first
 * @param pay bands of fen per hour, the lowest first; the value is {@code least-below}, the last one open
 * @param rings metres around the start, each with what is in the smaller ones
 */
public record SearchFacets(
        int posts,
        long openings,
        boolean atLeast,
        List<Value> occupationGroups,
        List<Value> occupations,
        List<Value> settlements,
        List<Value> slots,
        List<Value> benefits,
        List<Value> towns,
        List<Value> pay,
        List<Value> rings) {
    private static final double YUAN = 100;

    /** Copies the lists. */
    public SearchFacets {
        occupationGroups = List.copyOf(occupationGroups);
        occupations = List.copyOf(occupations);
        settlements = List.copyOf(settlements);
        slots = List.copyOf(slots);
        benefits = List.copyOf(benefits);
        towns = List.copyOf(towns);
        pay = List.copyOf(pay);
        rings = List.copyOf(rings);
    }

    /**
     * A value and what it would find.
     *
     * @param value for the parameter of the same filter
     * @param label for the page
     * @param posts how many posts
     * @param openings places left in them
     */
    public record Value(String value, String label, int posts, long openings) {
        static Value of(String value, String label, Count count) {
            return new Value(value, label, count.posts(), count.openings());
        }
    }

    static SearchFacets of(FacetCounts counts) {
        Map<String, Count> groups = new TreeMap<>();
        counts.occupations().forEach((code, count) -> groups.merge(code.minor(), count, Count::plus));
        return new SearchFacets(
                counts.found().posts(),
                counts.found().openings(),
                counts.atLeast(),
                mostFirst(groups.entrySet().stream()
                        .map(group -> Value.of(group.getKey(), groupName(group.getKey(), counts), group.getValue()))
                        .toList()),
                mostFirst(counts.occupations().entrySet().stream()
                        .map(trade -> Value.of(trade.getKey().value(), name(trade.getKey()), trade.getValue()))
                        .toList()),
                mostFirst(values(counts.settlements(), SearchFacets::name)),
                values(counts.dayParts(), SearchFacets::name),
                mostFirst(values(counts.benefits(), SearchFacets::name)),
                mostFirst(counts.towns().entrySet().stream()
                        .map(town ->
                                Value.of(Integer.toString(town.getKey()), townName(town.getKey()), town.getValue()))
                        .toList()),
                bands(counts.payBands()),
                IntStream.range(0, FacetCounts.RINGS.size())
                        .mapToObj(ring -> Value.of(
                                Integer.toString(FacetCounts.RINGS.get(ring)),
                                FacetCounts.RINGS.get(ring) / 1_000 + " 公里内",
                                counts.rings().get(ring)))
                        .filter(value -> value.posts() > 0)
                        .toList());
    }

    private static List<Value> mostFirst(List<Value> values) {
        return values.stream()
                .filter(value -> value.posts() > 0)
                .sorted(Comparator.comparingInt(Value::posts).reversed().thenComparing(Value::value))
                .toList();
    }

    private static <E extends Enum<E>> List<Value> values(Map<E, Count> counts, Function<E, String> name) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue().posts() > 0)
                .map(entry -> Value.of(entry.getKey().name(), name.apply(entry.getKey()), entry.getValue()))
                .toList();
    }

    private static List<Value> bands(List<Count> counts) {
        List<Value> bands = new ArrayList<>();
        for (int band = 0; band < counts.size(); band++) {
            int least = FacetCounts.PAY_BANDS.get(band);
            boolean open = band + 1 == counts.size();
            int below = open ? 0 : FacetCounts.PAY_BANDS.get(band + 1);
            String label = open
                    ? "每小时 " + yuan(least) + " 元以上"
                    : least == 0 ? "每小时不到 " + yuan(below) + " 元" : "每小时 " + yuan(least) + " 到 " + yuan(below) + " 元";
            if (counts.get(band).posts() > 0) {
                bands.add(Value.of(least + "-" + (open ? "" : below), label, counts.get(band)));
            }
        }
        return bands;
    }

    private static String yuan(int fen) {
        return Long.toString(Math.round(fen / YUAN));
    }

    private static String name(OccupationCode code) {
        return Occupations.find(code).map(Occupation::everydayName).orElse(code.value());
    }

    /** A group is called by its trade that has most posts here: 保洁员等. */
    private static String groupName(String minor, FacetCounts counts) {
        List<Map.Entry<OccupationCode, Count>> trades = counts.occupations().entrySet().stream()
                .filter(trade -> trade.getKey().minor().equals(minor))
                .sorted(Comparator.comparingInt((Map.Entry<OccupationCode, Count> trade) ->
                                -trade.getValue().posts())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        return name(trades.getFirst().getKey()) + (trades.size() > 1 ? "等" : "");
    }

    private static String townName(int number) {
        return Towns.find(Integer.toString(number)).map(Town::fullName).orElse("");
    }

    private static String name(Settlement settlement) {
        return switch (settlement) {
            case DAILY -> "日结";
            case WEEKLY -> "周结";
            case MONTHLY -> "月结";
            case ON_COMPLETION -> "完工结";
        };
    }

    private static String name(TimeSlots.DayPart part) {
        return switch (part) {
            case MORNING -> "上午";
            case AFTERNOON -> "下午";
            case EVENING -> "晚上";
            case NIGHT -> "夜里";
        };
    }

    private static String name(Benefit benefit) {
        return switch (benefit) {
            case MEALS -> "包吃";
            case LODGING -> "包住";
            case PICK_UP -> "接送";
            case TRANSPORT_ALLOWANCE -> "交通补贴";
            case INSURANCE -> "上保险";
            case NO_SKILL_NEEDED -> "不会也行";
        };
    }
}
