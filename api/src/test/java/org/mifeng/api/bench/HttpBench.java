package org.mifeng.api.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.mifeng.api.bench.http.Answers;
import org.mifeng.api.bench.http.Kiosk;
import org.mifeng.api.bench.http.Load;
import org.mifeng.api.bench.http.Requests;
import org.mifeng.api.bench.http.RunningService;
import org.mifeng.api.bench.http.Updates;
import org.mifeng.api.bench.http.Visibility;
import org.mifeng.api.launch.ProgressBar;
import org.mifeng.matcher.MatchRequest;

/** The running service over loopback, at a steady rate that does not wait for it. */
final class HttpBench implements Benchmark {
    private static final Option<String> SCALE =
            new Option<>("--scale", "small|full", "full", "what the service's database holds", HttpBench::scale);
    private static final Option<Integer> SECONDS =
            Option.number("--seconds", 10, 1, 60, "how long each measurement is; each rate tried takes half");
    private static final Option<Integer> RATE = Option.number(
            "--rate", 0, 0, 100_000, "take this for the highest rate of matches instead of looking for it");
    private static final Option<Integer> UPDATES = Option.number("--updates", 100, 1, 1_000, "changes a second");
    private static final Option<Boolean> QUICK =
            Option.flag("--no-overload", "leave out the part at five times the highest rate");

    private static final int CONNECTIONS = 64;
    private static final int FLOOD_CONNECTIONS = 512;
    private static final int FIRST_RATE = 400;
    private static final int HIGHEST_RATE = 40_000;
    private static final int KIOSK_RATE = 20;
    private static final int OVERLOAD = 5;
    private static final int POSTS_A_SECOND = 10;
    private static final int USUAL_SHARE = 10;
    private static final int REBUILD_SLICE_SECONDS = 2;
    private static final double UNBEARABLE_MILLIS = 500;
    private static final int WARM_UP_SECONDS = 10;

    private static String scale(String value) {
        if (!value.equals("small") && !value.equals("full")) {
            throw new UsageException("--scale must be small or full");
        }
        return value;
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public String summary() {
        return """
                Starts the packaged service in a process of its own and asks it over loopback, from one thread, at a steady rate
                whether or not it keeps up; a time runs from the moment the request was due. Looks for the highest rate of
                matches that it keeps up with; then times of matches and searches at half of that, with and without updates in
                the database; how long a new post takes until a search finds it, beside both; matches
                while the index is built anew; then five times the highest rate while a kiosk goes on. Service, database and load share the
                machine. The first run fills the database.""";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(SCALE, Option.QUESTIONS, SECONDS, RATE, UPDATES, QUICK, Option.DATA);
    }

    @Override
    public Finding run(Settings settings) throws Exception {
        String scale = settings.get(SCALE);
        Path data = settings.get(Option.DATA);
        List<MatchRequest> wishes = Market.of(data, "market", 1_000).requests(settings.get(Option.QUESTIONS));
        Map<String, Object> json = new LinkedHashMap<>();
        StringBuilder table = new StringBuilder();
        try (RunningService service = RunningService.start(data.resolve("http-" + scale), scale)) {
            new Run(service, settings, wishes, table, json).all();
        }
        return new Finding(table.toString(), json, true);
    }

    /** One run against a service. */
    private record Run(
            RunningService service,
            Settings settings,
            List<MatchRequest> wishes,
            StringBuilder table,
            Map<String, Object> json) {

        void all() throws Exception {
            IntFunction<byte[]> matches = Requests.matches(wishes);
            IntFunction<byte[]> searches = Requests.searches(wishes);
            int seconds = settings.get(SECONDS);
            load(matches, FIRST_RATE, WARM_UP_SECONDS, CONNECTIONS).call();
            whileUpdating(load(searches, FIRST_RATE, WARM_UP_SECONDS, CONNECTIONS), WARM_UP_SECONDS);
            new Visibility(service, POSTS_A_SECOND, WARM_UP_SECONDS / 2).call();
            double highest = settings.get(RATE) > 0 ? settings.get(RATE) : highest(matches);
            table.append(String.format(
                    Locale.ROOT,
                    "%s data; highest rate of matches kept up with: %,.0f a second%n%n%-34s %10s %10s %10s %10s %10s%n",
                    settings.get(SCALE),
                    highest,
                    "",
                    "a second",
                    "p50 ms",
                    "p99 ms",
                    "p99.9 ms",
                    "max ms"));
            json.put("scale", settings.get(SCALE));
            json.put("highest_match_per_second", highest);
            double half = highest / 2;
            try (ProgressBar progress = Progress.of("At half the highest rate, seconds", 4L * seconds)) {
                for (Map.Entry<String, IntFunction<byte[]>> route :
                        List.of(Map.entry("match", matches), Map.entry("search", searches))) {
                    row(
                            route.getKey() + ", quiet",
                            load(route.getValue(), half, seconds, CONNECTIONS).call());
                    progress.advance(seconds);
                    row(
                            route.getKey() + ", " + settings.get(UPDATES) + " updates a second",
                            whileUpdating(load(route.getValue(), half, seconds, CONNECTIONS), seconds));
                    progress.advance(seconds);
                }
            }
            visibility(matches, highest / USUAL_SHARE, seconds);
            rebuild(matches, highest / USUAL_SHARE, seconds);
            if (!settings.get(QUICK)) {
                overload(matches, highest, seconds);
            }
            double heap = service.liveHeapBytes();
            json.put("live_heap_bytes", heap);
            json.put("live_posts", service.metric("mifeng_live_posts", ""));
            table.append(String.format(
                    Locale.ROOT,
                    "%nheap after a collection %.0f MB; %,.0f posts and %,.0f seekers in memory%n",
                    heap / 1e6,
                    service.metric("mifeng_live_posts", ""),
                    service.metric("mifeng_live_seekers", "")));
        }

        private Load load(IntFunction<byte[]> requests, double rate, int seconds, int connections) {
            return new Load(service.port(), requests, rate, seconds, connections);
        }

        private double highest(IntFunction<byte[]> requests) throws Exception {
            int seconds = Math.max(1, settings.get(SECONDS) / 2);
            double kept = 0;
            double failed = HIGHEST_RATE;
            try (ProgressBar progress = Progress.of("Looking for the highest rate, tries", 12)) {
                for (double rate = FIRST_RATE; rate < HIGHEST_RATE; rate *= 1.5) {
                    progress.advance(1);
                    if (!keepsUp(requests, rate, seconds)) {
                        failed = rate;
                        break;
                    }
                    kept = rate;
                }
                for (int i = 0; i < 3; i++) {
                    double rate = kept == 0 ? failed / 2 : Math.sqrt(kept * failed);
                    progress.advance(1);
                    if (keepsUp(requests, rate, seconds)) {
                        kept = rate;
                    } else {
                        failed = rate;
                    }
                }
            }
            if (kept == 0) {
                throw new IllegalStateException("the service keeps up with no rate");
            }
            return kept;
        }

        private boolean keepsUp(IntFunction<byte[]> requests, double rate, int seconds) throws Exception {
            Answers answers = load(requests, rate, seconds, CONNECTIONS).call();
            return answers.keptUp() && answers.millisAt(0.99) < UNBEARABLE_MILLIS;
        }

        private Answers whileUpdating(Load load, int seconds) throws Exception {
            int posts = settings.get(SCALE).equals("full") ? 450_000 : 1_000;
            try (ExecutorService updater = Executors.newSingleThreadExecutor()) {
                Future<Integer> updates =
                        updater.submit(new Updates(service.database(), posts, settings.get(UPDATES), seconds));
                Answers answers = load.call();
                updates.get();
                return answers;
            }
        }

        /** Beside updates and matches at a tenth of the highest rate. */
        private void visibility(IntFunction<byte[]> matches, double rate, int seconds) throws Exception {
            try (ExecutorService employer = Executors.newSingleThreadExecutor()) {
                Future<Visibility.Seen> seen = employer.submit(new Visibility(service, POSTS_A_SECOND, seconds));
                whileUpdating(load(matches, rate, seconds, CONNECTIONS), seconds);
                row("posted, until a search finds it", seen.get().found());
                row("closed, until no search shows it", seen.get().gone());
            }
        }

        /** While the index is built anew beside the one in use and takes over. */
        private void rebuild(IntFunction<byte[]> matches, double rate, int seconds) throws Exception {
            row(
                    "match, a tenth of it, quiet",
                    load(matches, rate, seconds, CONNECTIONS).call());
            long begun = System.nanoTime();
            List<Answers> meanwhile = new ArrayList<>();
            Process rebuild = service.rebuild();
            try {
                while (rebuild.isAlive()) {
                    meanwhile.add(load(matches, rate, REBUILD_SLICE_SECONDS, CONNECTIONS)
                            .call());
                }
            } finally {
                rebuild.destroy();
            }
            if (rebuild.exitValue() != 0) {
                throw new IllegalStateException("the index was not built anew");
            }
            double duration = (System.nanoTime() - begun) / 1e9;
            Answers answers = Answers.together(meanwhile);
            row("match, a tenth, index built beside", answers);
            json.put("rebuild_seconds", duration);
            table.append(String.format(
                    Locale.ROOT, "%-34s built and taken over in %.0f s; %s%n", "", duration, answers.statuses()));
        }

        private void overload(IntFunction<byte[]> matches, double highest, int seconds) throws Exception {
            IntFunction<byte[]> sessions = Kiosk.sessions(service);
            load(sessions, KIOSK_RATE, 2, CONNECTIONS).call();
            row(
                    "kiosk, quiet",
                    load(sessions, KIOSK_RATE, Math.min(seconds, 5), CONNECTIONS)
                            .call());
            try (ExecutorService flood = Executors.newSingleThreadExecutor()) {
                Future<Answers> flooded = flood.submit(load(matches, OVERLOAD * highest, seconds, FLOOD_CONNECTIONS));
                row(
                        "kiosk, at five times the matches",
                        load(sessions, KIOSK_RATE, seconds, CONNECTIONS).call());
                Answers answers = flooded.get();
                row("match, five times the highest rate", answers);
                json.put("overload_turned_away", answers.comeBack());
                json.put("overload_lost", answers.lost());
                table.append(String.format(
                        Locale.ROOT,
                        "%-34s of %,d: %s; %,d said when to come back, %,d not sent or not answered%n",
                        "",
                        Math.round(OVERLOAD * highest * seconds),
                        answers.statuses(),
                        answers.comeBack(),
                        answers.lost()));
            }
            List<String> recovery = new ArrayList<>();
            for (int second = 1; second <= 10 && recovery.isEmpty(); second++) {
                Answers answers = load(matches, highest / 2, 1, CONNECTIONS).call();
                if (answers.keptUp() && answers.statuses().keySet().equals(Set.of(200))) {
                    recovery.add("answers at half the highest rate again in second " + second + " after it");
                    json.put("recovery_seconds", second);
                }
            }
            table.append(String.format("%-34s %s%n", "", recovery.isEmpty() ? "NO RECOVERY" : recovery.getFirst()));
        }

        private void row(String label, Answers answers) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-34s %10.0f %10.2f %10.2f %10.2f %10.2f%n",
                    label,
                    answers.perSecond(),
                    answers.millisAt(0.5),
                    answers.millisAt(0.99),
                    answers.millisAt(0.999),
                    answers.millisAt(1)));
            Map<String, Object> measured = new LinkedHashMap<>();
            measured.put("per_second", answers.perSecond());
            measured.put("p50_ms", answers.millisAt(0.5));
            measured.put("p99_ms", answers.millisAt(0.99));
            measured.put("p999_ms", answers.millisAt(0.999));
            measured.put("max_ms", answers.millisAt(1));
            measured.put("good", answers.good());
            measured.put("statuses", answers.statuses());
            json.put(label.replaceAll("[^a-z0-9]+", "_"), measured);
        }
    }
}
