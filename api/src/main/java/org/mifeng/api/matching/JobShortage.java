package org.mifeng.api.matching;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mifeng.matcher.Relaxation;
import org.mifeng.matcher.Shortage;

/**
 * Why there are no more jobs, and what giving up one wish would add. Numbers are the index's: a job that closed a moment
 * ago may still be counted.
 *
 * @param guidance what to show instead of jobs
 * @param suiting jobs that meet every wish
 * @param more what single wishes keep out, most first; wishes that keep out nothing are left out
 * @param best the relaxation that adds most; left out if none adds any
 */
public record JobShortage(
        Guidance guidance,
        int suiting,
        List<More> more,
        @Nullable Relaxation best) {
    /** Copies the list. */
    public JobShortage {
        more = List.copyOf(more);
    }

    /**
     * What one relaxation adds.
     *
     * @param relaxation which wish would be given up
     * @param jobs how many jobs would suit besides
     * @param hidden whether the list leaves these jobs out; a wish that only orders a list hides none
     * @param label the same for people
     */
    @Schema(name = "ShortageRelaxation")
    public record More(Relaxation relaxation, int jobs, boolean hidden, String label) {}

    static JobShortage of(Shortage shortage, boolean payIsMust) {
        return new JobShortage(
                Guidance.NONE,
                shortage.suiting(),
                shortage.more().entrySet().stream()
                        .filter(entry -> entry.getValue() > 0)
                        .sorted(Map.Entry.<Relaxation, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                        .map(entry -> new More(
                                entry.getKey(),
                                entry.getValue(),
                                hides(entry.getKey(), payIsMust),
                                "放宽" + Relaxed.name(entry.getKey()) + "，能再多 " + entry.getValue() + " 个"))
                        .toList(),
                shortage.best().orElse(null));
    }

    private static boolean hides(Relaxation relaxation, boolean payIsMust) {
        return switch (relaxation) {
            case DISTANCE, TIME -> true;
            case PAY -> payIsMust;
            case SETTLEMENT, TRADE -> false;
        };
    }
}
