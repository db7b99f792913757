package org.mifeng.matcher.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.mifeng.matcher.Match;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.Part;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;

/** One or two short Chinese reasons, made from the largest parts that mean something to a person. */
public final class Reasons {
    private static final int MOST = 2;
    private static final double NEAR = 0.5;
    private static final double WELL_PAID = 0.55;
    private static final double SAME_TRADE = 1;
    private static final double FRESH = 0.75;
    private static final double TRUSTED = 0.9;
    private static final int ALWAYS = TimeSlots.ALWAYS.bits();
    private static final double TEXT_SHARED = 0.4;

    private Reasons() {}

    /**
     * The reasons for a match, most important first. A part gives a reason only where its value truly speaks for the
     * post and the seeker asked for what it speaks of.
     *
     * @param parts of the match
     * @param metres the way
     * @param request what was asked
     */
    public static List<String> of(List<Match.PartValue> parts, double metres, MatchRequest request) {
        return largest(parts, part -> reason(part, metres, request));
    }

    /** The reasons for a match with a post that was liked: what the post is was not said by the seeker. */
    public static List<String> ofSimilar(List<Match.PartValue> parts, double metres, MatchRequest request) {
        return largest(parts, part -> {
            if (part.part() == Part.OCCUPATION) {
                return part.value() == SAME_TRADE ? "同样的活" : "";
            }
            return part.part() == Part.TEXT ? "" : reason(part, metres, request);
        });
    }

    /** The reasons of the largest parts that have one, most important first. */
    static List<String> largest(List<Match.PartValue> parts, Function<Match.PartValue, String> reasonOf) {
        List<Match.PartValue> byContribution = new ArrayList<>(parts);
        byContribution.sort(
                Comparator.comparingDouble(Match.PartValue::contribution).reversed());
        List<String> reasons = new ArrayList<>(MOST);
        for (Match.PartValue part : byContribution) {
            String reason = reasonOf.apply(part);
            if (!reason.isEmpty() && reasons.size() < MOST) {
                reasons.add(reason);
            }
        }
        return reasons;
    }

    private static String reason(Match.PartValue part, double metres, MatchRequest request) {
        return switch (part.part()) {
            case OCCUPATION -> part.value() == SAME_TRADE ? trade(request) : "";
            case TEXT -> part.value() >= TEXT_SHARED ? "和您说的对得上" : "";
            case PROXIMITY -> part.value() >= NEAR ? way(metres) : "";
            case PAY -> part.value() >= WELL_PAID ? "工钱比一般高" : "";
            case SETTLEMENT -> part.value() == 1 ? settlement(request) : "";
            case FRESHNESS -> part.value() >= FRESH ? "刚确认还招人" : "";
            case TIME -> part.value() == 1 && request.wish().slots().bits() != ALWAYS ? "正好是您有空的时候" : "";
            case TRUST -> part.value() >= TRUSTED ? "用人单位信誉好" : "";
            case HISTORY -> part.value() == 1 ? "您干过的老东家" : "";
            case HELP_FIRST -> part.value() == 1 ? "优先照顾您" : "";
            case VACANCY -> "";
        };
    }

    private static String trade(MatchRequest request) {
        if (request.search().map(search -> !search.trades().isEmpty()).orElse(false)) {
            return "正是您找的活";
        }
        if (request.wish().occupations().isEmpty()) {
            return "";
        }
        // a search that names no trade has those that ask for what is held
        return request.search().isPresent() ? "您的证用得上" : "您想干的活";
    }

    private static String way(double metres) {
        return metres < 1_000
                ? "只有" + Math.max(100, Math.round(metres / 100) * 100) + "米"
                : "只有" + String.format(Locale.ROOT, "%.1f", metres / 1_000) + "公里";
    }

    private static String settlement(MatchRequest request) {
        if (request.wish().settlements().size() != 1) {
            return "";
        }
        return name(request.wish().settlements().iterator().next());
    }

    static String name(Settlement settlement) {
        return switch (settlement) {
            case DAILY -> "日结";
            case WEEKLY -> "周结";
            case MONTHLY -> "月结";
            case ON_COMPLETION -> "完工结";
        };
    }
}
