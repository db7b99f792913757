package org.mifeng.matcher.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.ranking.RankingQuery;
import org.mifeng.matcher.spi.IndexChange;
import org.mifeng.matcher.tck.Fixtures;
import org.mifeng.matcher.text.ChineseAnalyzer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What the walk spends its time on, each piece alone, over a small index of the contract's fixtures. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WalkKernels {
    private static final int POSTS = 20_000;
    private static final int PIECES = 1_024;

    private final double[] bounds = new double[PIECES];
    private final BoundHeap heap = new BoundHeap();
    private Path folder = Path.of("");
    private int[] sums = {};
    private World world = World.NONE;

    /** What all pieces read; several wishes, so that no branch is always the same. */
    private record World(List<PostSegment> segments, List<RankingQuery> queries, List<String> words) {
        static final World NONE = new World(List.of(), List.of(), List.of());

        PostSegment segment() {
            return segments.getFirst();
        }

        RankingQuery query(int i) {
            return queries.get(i % queries.size());
        }
    }

    /** JMH makes it. */
    public WalkKernels() {}

    /** Builds the index. */
    @Setup
    public void build() throws IOException {
        RandomGenerator random = new SplittableRandom(3);
        folder = Files.createTempDirectory("mifeng-kernels");
        try (LuceneIndexBuild build = LuceneIndexBuild.create(folder, Fixtures.TREE)) {
            for (int id = 1; id <= POSTS; id++) {
                build.add(new IndexChange.PutJobPost(Fixtures.randomPost(random, id, 1)));
            }
            build.finish(0);
        }
        try (LuceneCandidateIndex index = LuceneCandidateIndex.open(folder, Fixtures.TREE);
                ChineseAnalyzer analyzer = new ChineseAnalyzer()) {
            LuceneView view = (LuceneView) index.acquire();
            List<RankingQuery> queries = new ArrayList<>();
            while (queries.size() < 64) {
                MatchRequest request = Fixtures.randomRequest(random);
                List<String> terms = analyzer.terms(request.wish().text());
                queries.add(new RankingQuery(RankingModel.CURRENT, Fixtures.TREE, request, terms));
            }
            List<String> words = queries.stream()
                    .flatMap(query -> query.terms().stream())
                    .distinct()
                    .toList();
            world = new World(view.segments().stream().map(PostView::segment).toList(), queries, words);
        }
        sums = new int[world.segment().posts.count];
        for (int i = 0; i < PIECES; i++) {
            bounds[i] = random.nextDouble();
        }
    }

    /** Deletes it. */
    @TearDown
    public void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** The whole score of one post, its way included. */
    @Benchmark
    @OperationsPerInvocation(PIECES)
    public double scoreOfAPost() {
        PostRows posts = world.segment().posts;
        RankingQuery query = world.query(7);
        double sum = 0;
        for (int doc = 0; doc < PIECES; doc++) {
            sum += query.score(posts.facts(query, doc, doc, posts.metresFrom(query.start(), doc)));
        }
        return sum;
    }

    /** The way to a block's box, on which its bound hangs. */
    @Benchmark
    @OperationsPerInvocation(PIECES)
    public double wayToABlock() {
        PostBlocks blocks = world.segment().blocks;
        double sum = 0;
        for (int i = 0; i < PIECES; i++) {
            sum += blocks.metresTo(i % blocks.count(), world.query(i).start());
        }
        return sum;
    }

    /** Adding up a word's impacts in one range; a time is for a range, not for a posting. */
    @Benchmark
    @OperationsPerInvocation(PIECES)
    public int impactsOfAWordInARange() {
        PostSegment segment = world.segment();
        int found = 0;
        for (int i = 0; i < PIECES; i++) {
            int term = segment.terms.find(world.words().get(i % world.words().size()));
            int entry = term < 0 ? -1 : segment.terms.entry(term, i % segment.ranges.count());
            if (entry >= 0) {
                segment.terms.addImpacts(term, entry, sums, 0);
                found++;
            }
        }
        return found;
    }

    /** Finding a word among the words of a segment. */
    @Benchmark
    @OperationsPerInvocation(PIECES)
    public int lookUpOfAWord() {
        int sum = 0;
        for (int i = 0; i < PIECES; i++) {
            sum += world.segment()
                    .terms
                    .find(world.words().get(i % world.words().size()));
        }
        return sum;
    }

    /** One push and one pop of the heap of stretches, filled with a thousand. */
    @Benchmark
    @OperationsPerInvocation(PIECES)
    public long pushAndPop() {
        heap.clear();
        for (int i = 0; i < PIECES; i++) {
            heap.push(bounds[i], i);
        }
        long sum = 0;
        while (!heap.isEmpty()) {
            sum += heap.pop();
        }
        return sum;
    }
}
