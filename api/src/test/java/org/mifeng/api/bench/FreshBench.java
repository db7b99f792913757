package org.mifeng.api.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.mifeng.api.TestDatabase;
import org.mifeng.api.launch.ProgressBar;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.Matcher;
import org.mifeng.matcher.lucene.ColumnarScan;
import org.mifeng.matcher.lucene.LuceneCandidateIndex;
import org.mifeng.matcher.lucene.SegmentCounts;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.ranking.RankingQuery;
import org.mifeng.matcher.spi.CandidateView;

/** Matches on a live index: windows with updates beside windows without, in turns. */
final class FreshBench implements Benchmark {
    private static final Option<Integer> POSTS =
            Option.number("--posts", 450_000, 1_000, 10_000_000, "how many posts, open and closed");
    private static final Option<Integer> SECONDS =
            Option.number("--seconds", 30, 1, 3_600, "how long each window is; merges need time to happen");
    private static final Option<Integer> RATE = Option.number("--rate", 100, 1, 10_000, "changes a second");
    private static final Option<Integer> ROUNDS = Option.number("--rounds", 3, 1, 100, "windows of each kind");

    private static final int CHANGED_POSTS = 20_000;
    private static final int CHECKED_LISTS = 200;

    @Override
    public String name() {
        return "fresh";
    }

    @Override
    public String summary() {
        return """
                One thread asks the engine without a pause; in every second window another applies changes to it at a steady
                rate, batched as the service does it. How long until a change is visible, what that costs the matches, and what
                it leaves behind in segments and deleted posts. At the end the lists are compared with the oracle's. A window with
                updates goes before, uncounted, while the code is compiled; quiet ones keep the segments that updates left.""";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(POSTS, Option.QUESTIONS, SECONDS, RATE, ROUNDS, Option.DATA);
    }

    /** What was seen in one window with updates. */
    private record Window(LiveUpdates updates, SegmentCounts left) {}

    @Override
    public Finding run(Settings settings) throws Exception {
        int questions = settings.get(Option.QUESTIONS);
        Market market = Market.of(settings.get(Option.DATA), "market", settings.get(POSTS));
        Path live = market.directory().resolve("live-index");
        TestDatabase.delete(live);
        copy(market.index(), live);
        LuceneCandidateIndex index = LuceneCandidateIndex.open(live, Market.TREE);
        try (Matcher matcher = new Matcher(index, Market.TREE, RankingModel.CURRENT)) {
            List<MatchRequest> requests = market.requests(questions);
            List<JobPost> posts =
                    market.jobPosts(market.posts() / CHANGED_POSTS).toList();
            ChangeMix mix = new ChangeMix(posts, requests.getFirst().now());
            int seconds = settings.get(SECONDS);
            List<Samples> idle = new ArrayList<>();
            List<Samples> updating = new ArrayList<>();
            List<Window> windows = new ArrayList<>();
            int rounds = settings.get(ROUNDS);
            try (ProgressBar progress = Progress.of("Asking, seconds", (2L * rounds + 2) * seconds)) {
                ask(matcher, requests, seconds);
                progress.advance(seconds);
                LiveUpdates first = new LiveUpdates(matcher, index, mix, settings.get(RATE), seconds);
                askWhile(first, matcher, requests, seconds);
                progress.advance(seconds);
                for (int round = 0; round < rounds; round++) {
                    idle.add(ask(matcher, requests, seconds));
                    progress.advance(seconds);
                    LiveUpdates updates = new LiveUpdates(matcher, index, mix, settings.get(RATE), seconds);
                    updating.add(askWhile(updates, matcher, requests, seconds));
                    try (CandidateView view = index.acquire()) {
                        windows.add(new Window(updates, SegmentCounts.of(view)));
                    }
                    progress.advance(seconds);
                }
            }
            return finding(settings, idle, updating, windows, listsEqual(index, market));
        } finally {
            TestDatabase.delete(live);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    private static Samples ask(Matcher matcher, List<MatchRequest> requests, int seconds) {
        Samples samples = new Samples();
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long start = System.nanoTime();
        for (int i = 0; start < end; i++) {
            matcher.match(requests.get(i % requests.size()));
            long now = System.nanoTime();
            samples.add(now - start);
            start = now;
        }
        return samples;
    }

    private static Samples askWhile(LiveUpdates updates, Matcher matcher, List<MatchRequest> requests, int seconds)
            throws InterruptedException {
        List<Throwable> failures = new ArrayList<>();
        Thread updater = new Thread(updates, "updates");
        updater.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
        updater.start();
        Samples samples = ask(matcher, requests, seconds);
        updater.join();
        if (!failures.isEmpty()) {
            throw new IllegalStateException("updates failed", failures.getFirst());
        }
        return samples;
    }

    private static boolean listsEqual(LuceneCandidateIndex index, Market market) {
        try (CandidateView view = index.acquire()) {
            ColumnarScan scan = new ColumnarScan(view);
            for (RankingQuery query : market.questions(CHECKED_LISTS)) {
                if (!view.best(query).equals(scan.best(query))) {
                    return false;
                }
            }
            return true;
        }
    }

    private static Finding finding(
            Settings settings, List<Samples> idle, List<Samples> updating, List<Window> windows, boolean equal) {
        Spread ratio = Spread.of(Stream.iterate(0, i -> i < idle.size(), i -> i + 1)
                .map(i -> updating.get(i).millisAt(0.99) / idle.get(i).millisAt(0.99))
                .toList());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("posts", settings.get(POSTS));
        json.put("changes_per_second", settings.get(RATE));
        json.put("window_seconds", settings.get(SECONDS));
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%,d posts, %d changes a second, %d windows of each kind, %d s each%n%n%s",
                settings.get(POSTS),
                settings.get(RATE),
                idle.size(),
                settings.get(SECONDS),
                Spread.heading()));
        json.put("idle", times("match, idle", idle, table));
        json.put("updating", times("match, updating", updating, table));
        table.append(ratio.row("p99 updating / idle, by pair", "x"));
        json.putAll(ratio.json("p99_ratio"));
        json.put(
                "visible",
                times(
                        "change visible",
                        windows.stream().map(w -> w.updates().visible()).toList(),
                        table));
        Spread batches = Spread.of(
                windows.stream().map(w -> (double) w.updates().batches()).toList());
        Spread merges = Spread.of(
                windows.stream().map(w -> (double) w.updates().merges()).toList());
        Spread segments = Spread.of(
                windows.stream().map(w -> (double) w.updates().mostSegments()).toList());
        Spread left = Spread.of(
                windows.stream().map(w -> (double) w.left().segments()).toList());
        Spread deleted =
                Spread.of(windows.stream().map(w -> (double) w.left().deleted()).toList());
        table.append(batches.row("batches", "a window"))
                .append(merges.row("merges seen", "a window"))
                .append(segments.row("most segments", ""))
                .append(left.row("segments at a window's end", ""))
                .append(deleted.row("deleted posts at a window's end", ""));
        json.put("batches", batches.median());
        json.put("merges", merges.median());
        json.put("most_segments", segments.high());
        json.put("segments", windows.getLast().left().segments());
        json.put("deleted_posts", windows.getLast().left().deleted());
        json.put("lists_equal", equal);
        table.append(String.format("%nlists equal to the oracle's at the end: %s%n", equal ? "yes" : "NO"));
        return new Finding(table.toString(), json, equal);
    }

    private static Map<String, Object> times(String label, List<Samples> windows, StringBuilder table) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("samples", windows.stream().mapToInt(Samples::size).sum());
        for (Map.Entry<String, Double> share :
                List.of(Map.entry("p50", 0.5), Map.entry("p99", 0.99), Map.entry("max", 1.0))) {
            Spread spread = Spread.of(
                    windows.stream().map(w -> w.millisAt(share.getValue())).toList());
            table.append(spread.row(label + " " + share.getKey(), "ms"));
            json.putAll(spread.json(share.getKey() + "_ms"));
        }
        return json;
    }
}
