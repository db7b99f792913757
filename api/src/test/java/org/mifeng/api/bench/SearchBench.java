package org.mifeng.api.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mifeng.api.search.BenchSearch;
import org.mifeng.indexdata.query.QueryReader;
import org.mifeng.indexdata.query.Typeahead;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.lucene.ColumnarScan;
import org.mifeng.matcher.lucene.LuceneCandidateIndex;
import org.mifeng.matcher.lucene.PlainOr;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.ranking.RankingQuery;
import org.mifeng.matcher.spi.CandidateView;
import org.mifeng.matcher.text.ChineseAnalyzer;

/** Searches as people type them: ours beside a plain full text search of the same words; typeahead and counts by themselves. */
final class SearchBench implements Benchmark {
    private static final Option<Integer> POSTS =
            Option.number("--posts", 450_000, 1_000, 10_000_000, "how many posts, open and closed");
    private static final Option<Integer> QUESTIONS =
            Option.number("--questions", 500, 100, 100_000, "how many searches");
    private static final Option<Integer> ROUNDS =
            Option.number("--rounds", 25, 1, 100, "counted rounds after one of warming up");
    private static final int LIMIT = 20;
    private static final int SUGGESTIONS = 8;

    @Override
    public String name() {
        return "search";
    }

    @Override
    public String summary() {
        return """
                Asks generated searches, interleaved in one process, and compares the lists:
                  ours        the walk, given trades, words and filters as they were read from the text
                  oracle      every open post looked at; must give the same lists
                  ours_whole  reading the text, then the walk
                  plain_or    plain Lucene: the terms of the same text as optional clauses, BM25, top 20, no filter
                Then, each alone: typeahead for every beginning of every search, under a filter or none; counts of all filters.""";
    }

    @Override
    public List<Option<?>> options() {
        return List.of(POSTS, QUESTIONS, ROUNDS, Option.DATA);
    }

    @Override
    public Finding run(Settings settings) throws Exception {
        Market market = Market.of(settings.get(Option.DATA), "market", settings.get(POSTS));
        Path index = market.index();
        QueryReader reader = QueryReader.standard();
        List<Typed> searches = typed(reader, settings.get(QUESTIONS));
        try (LuceneCandidateIndex ours = LuceneCandidateIndex.open(index, Market.TREE);
                CandidateView view = ours.acquire();
                PlainOr plain = new PlainOr(index);
                ChineseAnalyzer analyzer = new ChineseAnalyzer(Market.TREE.words())) {
            ColumnarScan scan = new ColumnarScan(view);
            List<Asked> questions = searches.stream()
                    .map(typed -> new Asked(typed, query(typed.request(), analyzer, view)))
                    .toList();
            Race<Asked> race = new Race<>(List.of(
                    new Engine<>("ours", 1, true, asked -> MatchBench.ids(view.best(asked.query()))),
                    new Engine<>("oracle", 1, true, asked -> MatchBench.ids(scan.best(asked.query()))),
                    new Engine<>("ours_whole", 1, true, asked -> {
                        MatchRequest request =
                                BenchSearch.read(reader, asked.typed().text(), Market.AS_OF, LIMIT);
                        return MatchBench.ids(view.best(query(request, analyzer, view)));
                    }),
                    new Engine<>(
                            "plain_or",
                            1,
                            false,
                            asked -> plain.best(analyzer.terms(asked.typed().text()), LIMIT))));
            race.run(questions, settings.get(ROUNDS));
            RaceReport report = RaceReport.of(market.posts(), view.size(), race);
            Map<String, Samples> alone = new LinkedHashMap<>();
            alone.put("typeahead", typeahead(reader, searches, analyzer, view));
            alone.put("facets", facets(questions, view));
            return finding(report, alone);
        }
    }

    /** What was typed, and what it asks. */
    private record Typed(String text, MatchRequest request) {}

    private record Asked(Typed typed, RankingQuery query) {}

    private static List<Typed> typed(QueryReader reader, int count) {
        return SearchTexts.some(count).stream()
                .map(text -> new Typed(text, BenchSearch.read(reader, text, Market.AS_OF, LIMIT)))
                .toList();
    }

    private static RankingQuery query(MatchRequest request, ChineseAnalyzer analyzer, CandidateView view) {
        RankingQuery query =
                RankingQuery.of(RankingModel.CURRENT, Market.TREE, request, analyzer, view.textStatistics());
        // as the engine does
        boolean few = query.leavesOutWeakMeanings()
                && view.facets(query, Integer.MAX_VALUE).found().posts() < LIMIT;
        return few ? query.withWeakMeanings(Market.TREE) : query;
    }

    /** Every beginning of every search; filters as another search reads them, for every other one. The first half warms up. */
    private static Samples typeahead(
            QueryReader reader, List<Typed> searches, ChineseAnalyzer analyzer, CandidateView view) {
        Typeahead typeahead = reader.typeahead();
        Samples samples = new Samples();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < searches.size(); i++) {
                String text = searches.get(i).text();
                String other = i % 2 == 0
                        ? ""
                        : searches.get((i + 1) % searches.size()).text();
                MatchRequest filters = BenchSearch.filters(reader, other, Market.AS_OF);
                for (int length = 1; length <= Math.min(4, text.length()); length++) {
                    long start = System.nanoTime();
                    Set<OccupationCode> found = view.trades(query(filters, analyzer, view));
                    typeahead.suggest(text.substring(0, length), SUGGESTIONS, code -> found.contains(code) ? 1 : 0);
                    if (round > 0) {
                        samples.add(System.nanoTime() - start);
                    }
                }
            }
        }
        return samples;
    }

    private static Samples facets(List<Asked> questions, CandidateView view) {
        Samples samples = new Samples();
        for (int round = 0; round < 2; round++) {
            for (Asked asked : questions) {
                long start = System.nanoTime();
                view.facets(asked.query(), Integer.MAX_VALUE);
                if (round > 0) {
                    samples.add(System.nanoTime() - start);
                }
            }
        }
        return samples;
    }

    private static Finding finding(RaceReport report, Map<String, Samples> alone) {
        StringBuilder table = new StringBuilder(report.table()).append('\n');
        Map<String, Object> json = new LinkedHashMap<>(report.json());
        alone.forEach((name, samples) -> {
            table.append(String.format(
                    Locale.ROOT,
                    "%-28s %9.3f %9.3f %,28d answers%n",
                    name,
                    samples.millisAt(0.5),
                    samples.millisAt(0.99),
                    samples.size()));
            json.put(
                    name,
                    Map.of(
                            "p50_ms", samples.millisAt(0.5),
                            "p99_ms", samples.millisAt(0.99),
                            "answers", samples.size()));
        });
        return new Finding(table.toString(), json, report.listsEqual());
    }
}
