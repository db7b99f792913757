package org.mifeng.api.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mifeng.matcher.spi.IndexSize;

/**
 * What a race found.
 *
 * @param among what was searched
 * @param all how many of these there are
 * @param matchable how many could be matched: open, or active
 * @param columnBytes memory of the engine's columns and postings
 * @param lines one for each engine
 * @param listsEqual whether every exact engine gave the oracle's list to every question
 */
record RaceReport(Among among, int all, int matchable, long columnBytes, List<Line> lines, boolean listsEqual) {
    /** What is searched. */
    enum Among {
        POSTS("posts", "open"),
        SEEKERS("seekers", "active");

        private final String word;
        private final String matchableWord;

        Among(String word, String matchableWord) {
            this.word = word;
            this.matchableWord = matchableWord;
        }
    }

    /**
     * One engine's times over all rounds.
     *
     * @param p50Low the lowest median of a round, milliseconds
     * @param p50High the highest
     */
    record Line(
            String engine,
            int answers,
            double p50Millis,
            double p99Millis,
            double p50Low,
            double p50High,
            double perSecond,
            double sameLists) {}

    static RaceReport of(int posts, IndexSize size, Race<?> race) {
        return new RaceReport(
                Among.POSTS, posts, size.openPosts(), size.columnBytes(), race.lines(), race.listsEqual());
    }

    static RaceReport ofSeekers(IndexSize size, Race<?> race) {
        return new RaceReport(
                Among.SEEKERS,
                size.seekers(),
                size.activeSeekers(),
                size.seekerColumnBytes(),
                race.lines(),
                race.listsEqual());
    }

    Finding finding() {
        return new Finding(table(), json(), listsEqual);
    }

    String table() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%,d %s, %,d %s, columns and words %.0f MB%n%n",
                all,
                among.word,
                matchable,
                among.matchableWord,
                columnBytes / 1e6));
        text.append(String.format(
                Locale.ROOT,
                "%-28s %9s %9s %17s %11s %9s %8s%n",
                "engine",
                "p50 ms",
                "p99 ms",
                "p50 of rounds",
                "per second",
                "vs ours",
                "lists ="));
        for (Line line : lines) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-28s %9.3f %9.3f %8.3f-%8.3f %11.0f %8.1fx %7.1f%%%n",
                    line.engine(),
                    line.p50Millis(),
                    line.p99Millis(),
                    line.p50Low(),
                    line.p50High(),
                    line.perSecond(),
                    line.p50Millis() / lines.getFirst().p50Millis(),
                    100 * line.sameLists()));
        }
        return text.toString();
    }

    Map<String, Object> json() {
        Map<String, Object> engines = new LinkedHashMap<>();
        for (Line line : lines) {
            Map<String, Object> times = new LinkedHashMap<>();
            times.put("p50_ms", line.p50Millis());
            times.put("p99_ms", line.p99Millis());
            times.put("p50_low_ms", line.p50Low());
            times.put("p50_high_ms", line.p50High());
            times.put("per_second", line.perSecond());
            times.put("answers", line.answers());
            times.put("same_lists", line.sameLists());
            engines.put(line.engine(), times);
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put(among.word, all);
        report.put(among.matchableWord + "_" + among.word, matchable);
        report.put("column_bytes", columnBytes);
        report.put("engines", engines);
        report.put("lists_equal", listsEqual);
        return report;
    }
}
