package org.mifeng.matcher.ranking;

import java.util.List;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.Match;

/**
 * One or two short Chinese reasons why a seeker suits, for the employer's eyes. They speak of the work, the time and a
 * ring of distance; never of age, groups helped first, where exactly someone lives, or what they think of the employer.
 */
public final class SeekerReasons {
    private static final double SHARED = 0.4;
    private static final double NEAR = 0.5;
    /** The rings of the quarter of an hour's circle (P06), kilometres. */
    private static final int[] RINGS = {1, 3, 5};

    private static final double METRES_PER_KILOMETRE = 1_000;

    private SeekerReasons() {}

    /**
     * The reasons for a match, most important first.
     *
     * @param parts of the match
     * @param metres the way
     * @param post that is to be filled
     */
    public static List<String> of(List<Match.PartValue> parts, double metres, JobPost post) {
        return Reasons.largest(parts, part -> reason(part, metres, post));
    }

    private static String reason(Match.PartValue part, double metres, JobPost post) {
        return switch (part.part()) {
            case OCCUPATION -> part.value() == 1 ? "愿意干这个工种" : "";
            case TEXT -> part.value() >= SHARED ? "说的和岗位对得上" : "";
            case PROXIMITY -> part.value() >= NEAR ? ring(metres) : "";
            case TIME -> part.value() == 1 && post.slots().bits() != 0 ? "上班时间都有空" : "";
            case SETTLEMENT -> part.value() == 1 ? "接受" + Reasons.name(post.settlement()) : "";
            case PAY, FRESHNESS, VACANCY, TRUST, HELP_FIRST, HISTORY -> "";
        };
    }

    private static String ring(double metres) {
        for (int kilometres : RINGS) {
            if (metres <= kilometres * METRES_PER_KILOMETRE) {
                return "住在" + kilometres + "公里内";
            }
        }
        return "";
    }
}
