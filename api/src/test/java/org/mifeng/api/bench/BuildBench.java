package org.mifeng.api.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.mifeng.api.indexing.FullIndexBuild;
import org.mifeng.api.indexing.GenerationStatistics;
import org.mifeng.api.indexing.MarketPlace;
import org.mifeng.api.operations.BenchDatabase;
import org.mifeng.matcher.lucene.LuceneCandidateIndex;
import org.mifeng.matcher.spi.CandidateView;
import org.mifeng.matcher.spi.IndexSize;

/** The product's full build of the index from the database's rows. */
final class BuildBench implements Benchmark {
    private static final Option<Integer> POSTS =
            Option.number("--posts", 450_000, 1_000, 10_000_000, "how many posts, open and closed");
    private static final Option<Integer> SEEKERS =
            Option.number("--seekers", 780_000, 100, 10_000_000, "how many seekers");
    private static final Option<Integer> ROUNDS = Option.number("--rounds", 3, 1, 100, "how many builds, all counted");

    @Override
    public String name() {
        return "build";
    }

    @Override
    public String summary() {
        return """
                Builds the whole index from the database, again and again, with the code that the service uses: documents a
                second, size on disk, the highest heap, and how long the finished index takes to open. The first run fills the
                database, which is not counted.""";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(POSTS, SEEKERS, ROUNDS, Option.DATA);
    }

    /** One build. */
    private record Build(double seconds, double openSeconds, double diskBytes, double peakHeapBytes, IndexSize size) {}

    @Override
    public Finding run(Settings settings) throws Exception {
        int posts = settings.get(POSTS);
        int seekers = settings.get(SEEKERS);
        Market market = Market.of(settings.get(Option.DATA), "full-" + seekers, posts, seekers);
        List<Build> builds = new ArrayList<>();
        try (BenchDatabase database = market.database()) {
            FullIndexBuild build = new FullIndexBuild(database.address(), Market.TREE, MarketPlace.RENCHENG);
            for (int round = 0; round < settings.get(ROUNDS); round++) {
                builds.add(once(build, market.directory().resolve("index"), posts + seekers));
            }
        }
        return finding(posts, seekers, builds);
    }

    private static Build once(FullIndexBuild build, Path directory, long rows) throws Exception {
        System.gc();
        heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
        long start = System.nanoTime();
        FullIndexBuild.Built built =
                build.run(directory, 2, counted -> new GenerationStatistics(0, counted), read -> {});
        double seconds = (System.nanoTime() - start) / 1e9;
        long peak = heapPools().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        if (built.posts() + built.seekers() != rows) {
            throw new IllegalStateException("built " + built + " instead of " + rows + " rows");
        }
        long opening = System.nanoTime();
        try (LuceneCandidateIndex index = LuceneCandidateIndex.open(directory, Market.TREE);
                CandidateView view = index.acquire()) {
            return new Build(seconds, (System.nanoTime() - opening) / 1e9, bytes(directory), peak, view.size());
        }
    }

    private static Stream<MemoryPoolMXBean> heapPools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream().filter(pool -> pool.getType() == MemoryType.HEAP);
    }

    static long bytes(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> {
                        try {
                            return Files.size(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException("cannot see the size of " + file, e);
                        }
                    })
                    .sum();
        }
    }

    private static Finding finding(int posts, int seekers, List<Build> builds) {
        Spread seconds = Spread.of(builds.stream().map(Build::seconds).toList());
        Spread perSecond = Spread.of(
                builds.stream().map(b -> (posts + seekers) / b.seconds()).toList());
        Spread disk = Spread.of(builds.stream().map(Build::diskBytes).toList());
        Spread heap = Spread.of(builds.stream().map(Build::peakHeapBytes).toList());
        Spread open = Spread.of(builds.stream().map(Build::openSeconds).toList());
        IndexSize size = builds.getLast().size();
        String table = String.format(
                        Locale.ROOT,
                        "%,d posts and %,d seekers from the database, %d builds; columns and postings %.0f MB%n%n",
                        posts,
                        seekers,
                        builds.size(),
                        size.columnBytes() / 1e6)
                + Spread.heading()
                + seconds.row("full build", "s")
                + perSecond.row("documents", "a second")
                + Spread.of(disk.median() / 1e6, disk.low() / 1e6, disk.high() / 1e6)
                        .row("size on disk", "MB")
                + Spread.of(heap.median() / 1e6, heap.low() / 1e6, heap.high() / 1e6)
                        .row("highest heap", "MB")
                + open.row("open the finished index", "s");
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("posts", posts);
        json.put("seekers", seekers);
        json.put("builds", builds.size());
        json.putAll(seconds.json("seconds"));
        json.putAll(perSecond.json("per_second"));
        json.put("disk_bytes", disk.median());
        json.put("peak_heap_bytes", heap.median());
        json.put("column_bytes", size.columnBytes());
        json.putAll(open.json("open_seconds"));
        return new Finding(table, json, true);
    }
}
