package org.mifeng.indexdata.reference;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mifeng.matcher.Hazard;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.PayUnit;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.occupation.RelatedTrades;
import org.mifeng.matcher.occupation.Trade;

/**
 * The table of trades: the blue-collar and service part of 中华人民共和国职业分类大典 (2022) that odd jobs are about, the
 * other trades that advertisements name beside them, and the trades that are closer than the tree says. Work that the classification has no occupation for stands under the
 * 其他 of its group: 普工 under 6-31-99-00, 小工 under 6-29-99-00, 帮厨 under 4-03-99-00.
 */
public final class Occupations {
    private static final List<Occupation> ALL = new ReferenceTable("occupations.csv").rows(Occupations::occupation);
    private static final List<RelatedTrades> RELATED = new ReferenceTable("related-trades.csv")
            .rows(row -> new RelatedTrades(
                    new OccupationCode(row.text("one")),
                    new OccupationCode(row.text("other")),
                    row.decimal("closeness")));
    private static final Map<OccupationCode, Occupation> BY_CODE = new HashMap<>();
    private static final OccupationTree TREE = new OccupationTree(
            ALL.stream()
                    .map(row -> new Trade(row.code(), row.name(), row.medianFenPerHour()))
                    .toList(),
            RELATED,
            new WorkWords());

    static {
        for (Occupation occupation : ALL) {
            BY_CODE.put(occupation.code(), occupation);
        }
    }

    private Occupations() {}

    /** All, in the order of the table. */
    public static List<Occupation> all() {
        return ALL;
    }

    /** The reviewed exceptions from the tree. */
    public static List<RelatedTrades> related() {
        return RELATED;
    }

    /** The trade with this code. */
    public static Optional<Occupation> find(OccupationCode code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The trades and their closeness, as the matcher takes them. */
    public static OccupationTree tree() {
        return TREE;
    }

    private static Occupation occupation(ReferenceTable.Row row) {
        return new Occupation(
                new OccupationCode(row.text("code")),
                row.text("name"),
                row.text("everyday"),
                Picture.ofKey(row.text("picture")),
                row.text("sector"),
                row.integer("weight"),
                row.integer("medianFenPerHour"),
                split(PayUnit.class, row.text("units")),
                split(Settlement.class, row.text("settlements")),
                row.integer("hours"),
                row.integer("nightPercent"),
                hazards(row),
                percentages(row.list("certificates")),
                row.list("tasks"));
    }

    /** Shares in the order of the constants, such as {@code 10/60/30/0}. */
    private static <E extends Enum<E>> Map<E, Integer> split(Class<E> type, String shares) {
        String[] parts = shares.split("/", -1);
        E[] constants = type.getEnumConstants();
        if (parts.length != constants.length) {
            throw new IllegalArgumentException("must be " + constants.length + " shares");
        }
        Map<E, Integer> split = new EnumMap<>(type);
        for (int i = 0; i < parts.length; i++) {
            split.put(constants[i], Integer.valueOf(parts[i]));
        }
        return split;
    }

    private static Map<Hazard, Integer> hazards(ReferenceTable.Row row) {
        Map<Hazard, Integer> hazards = new EnumMap<>(Hazard.class);
        percentages(row.list("hazards")).forEach((name, share) -> hazards.put(Hazard.valueOf(name), share));
        return hazards;
    }

    private static Map<String, Integer> percentages(List<String> parts) {
        Map<String, Integer> percentages = new LinkedHashMap<>();
        for (String part : parts) {
            int colon = part.indexOf(':');
            percentages.put(part.substring(0, colon), Integer.valueOf(part.substring(colon + 1)));
        }
        return percentages;
    }
}
