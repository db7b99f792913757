package org.mifeng.api.bench.http;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came back, and how long after it was due. */
public final class Answers {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int OK = 200;
    private static final int FIRST_ERROR = 300;

    private final long[] good;
    private final double perSecond;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private int goodCount;
    private int answered;
    private int comeBack;
    private long nanos;

    Answers(int slots, double perSecond) {
        good = new long[slots];
        this.perSecond = perSecond;
    }

    /** Those of several loads one after the other. */
    public static Answers together(List<Answers> loads) {
        Answers all =
                new Answers(loads.stream().mapToInt(load -> load.good.length).sum(), loads.getFirst().perSecond);
        for (Answers load : loads) {
            System.arraycopy(load.good, 0, all.good, all.goodCount, load.goodCount);
            load.statuses.forEach((status, count) -> all.statuses.merge(status, count, Integer::sum));
            all.goodCount += load.goodCount;
            all.answered += load.answered;
            all.comeBack += load.comeBack;
            all.nanos += load.nanos;
        }
        all.finish(all.nanos);
        return all;
    }

    void add(int slot, long duration, int status, boolean retryAfter) {
        statuses.merge(status, 1, Integer::sum);
        answered++;
        if (status >= OK && status < FIRST_ERROR) {
            good[goodCount++] = duration;
        } else if (retryAfter) {
            comeBack++;
        }
    }

    void finish(long duration) {
        nanos = duration;
        Arrays.sort(good, 0, goodCount);
    }

    /** The time that at least this share of the good answers does not exceed, milliseconds; 0 if there are none. */
    public double millisAt(double share) {
        return goodCount == 0 ? 0 : good[Math.max(0, (int) Math.ceil(share * goodCount) - 1)] / NANOS_PER_MILLI;
    }

    /** How many were due a second. */
    public double offered() {
        return perSecond;
    }

    /** Good answers (2xx) a second, over the time until the last. */
    public double perSecond() {
        return goodCount * 1e9 / nanos;
    }

    /** Whether what was due was answered well, all but a thousandth, and about when it was due. */
    public boolean keptUp() {
        return goodCount >= 0.999 * good.length && perSecond() >= 0.95 * perSecond;
    }

    /** How many of each status; 0: the connection broke. */
    public Map<Integer, Integer> statuses() {
        return Map.copyOf(statuses);
    }

    /** Requests without any answer. */
    public int lost() {
        return good.length - answered;
    }

    /** Answers that said when to come back. */
    public int comeBack() {
        return comeBack;
    }

    /** Good answers. */
    public int good() {
        return goodCount;
    }
}
