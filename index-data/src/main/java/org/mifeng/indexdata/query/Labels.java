package org.mifeng.indexdata.query;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** What chips are called on a page. */
final class Labels {
    private static final double FEN_PER_YUAN = 100;
    private static final double METRES_PER_KILOMETRE = 1_000;

    private Labels() {}

    static String distance(int metres) {
        return metres < METRES_PER_KILOMETRE ? metres + "米以内" : number(metres / METRES_PER_KILOMETRE) + "公里以内";
    }

    static String pay(Meaning.Pays pays) {
        return number(pays.fen() / FEN_PER_YUAN)
                + switch (pays.unit()) {
                    case HOUR -> "元/小时";
                    case DAY -> "元/天";
                    case MONTH -> "元/月";
                    case PIECE -> "元";
                }
                + "以上";
    }

    static String of(String kind, String said, boolean negated) {
        return switch (kind) {
            case "held" -> "有" + said.toUpperCase(Locale.ROOT);
            case "certificate" -> (negated ? "不用" : "要求") + said.toUpperCase(Locale.ROOT);
            default -> negated ? "不要" + said : said;
        };
    }

    private static String number(double number) {
        return number == Math.rint(number)
                ? Long.toString((long) number)
                : BigDecimal.valueOf(number)
                        .setScale(2, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
