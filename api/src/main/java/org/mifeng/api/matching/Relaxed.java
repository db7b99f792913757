package org.mifeng.api.matching;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mifeng.matcher.Relaxation;

/**
 * Wishes that a list does without.
 *
 * @param wishes which
 * @param sentence the same for people
 */
public record Relaxed(List<Relaxation> wishes, String sentence) {
    /** Copies the list. */
    public Relaxed {
        wishes = List.copyOf(wishes);
    }

    /**
     * @param relaxed at least one
     * @param unasked whether they were given up because nothing met them all
     */
    static Relaxed of(Set<Relaxation> relaxed, boolean unasked) {
        List<Relaxation> wishes = relaxed.stream().sorted().toList();
        String names = wishes.stream().map(Relaxed::name).collect(Collectors.joining("、"));
        String why = !unasked ? "" : relaxed.contains(Relaxation.DISTANCE) ? "附近没有合适的，" : "没有全都合适的，";
        return new Relaxed(wishes, why + "已放宽：" + names);
    }

    static String name(Relaxation relaxation) {
        return switch (relaxation) {
            case DISTANCE -> "距离";
            case TIME -> "时间";
            case PAY -> "工钱";
            case SETTLEMENT -> "结算方式";
            case TRADE -> "工种";
        };
    }
}
