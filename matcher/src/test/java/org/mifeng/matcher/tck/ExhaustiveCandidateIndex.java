package org.mifeng.matcher.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.SmallFloat;
import org.mifeng.matcher.Background;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Relaxation;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.SeekerRequest;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.occupation.OccupationTree;
import org.mifeng.matcher.ranking.PostFacts;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.ranking.RankingQuery;
import org.mifeng.matcher.ranking.SeekerFacts;
import org.mifeng.matcher.ranking.SeekerQuery;
import org.mifeng.matcher.ranking.TextStatistics;
import org.mifeng.matcher.search.Criterion;
import org.mifeng.matcher.search.FacetCounts;
import org.mifeng.matcher.search.Search;
import org.mifeng.matcher.search.SearchFilter;
import org.mifeng.matcher.search.SearchSort;
import org.mifeng.matcher.spi.BackendFeatures;
import org.mifeng.matcher.spi.Candidate;
import org.mifeng.matcher.spi.CandidateIndex;
import org.mifeng.matcher.spi.CandidateView;
import org.mifeng.matcher.spi.IndexBatch;
import org.mifeng.matcher.spi.IndexChange;
import org.mifeng.matcher.spi.IndexSize;
import org.mifeng.matcher.spi.RowVersion;
import org.mifeng.matcher.spi.SeekerCandidate;
import org.mifeng.matcher.text.ChineseAnalyzer;

/**
 * The oracle: keeps posts and seekers as they are and looks at every one of them. Filters are written here a second time, from
 * the rules, so that a mistake in a backend's columns or bounds cannot hide in shared code; only the score's formula is
 * the model's.
 */
public final class ExhaustiveCandidateIndex implements CandidateIndex {
    private final OccupationTree tree;
    private final TextStatistics statistics;
    private final ChineseAnalyzer analyzer;
    private final Map<Long, Known> posts = new TreeMap<>();
    private final Map<Long, KnownSeeker> seekers = new TreeMap<>();
    private long position;

    /**
     * @param tree the known occupations
     * @param statistics those of the backend that is compared
     */
    public ExhaustiveCandidateIndex(OccupationTree tree, TextStatistics statistics) {
        this.tree = tree;
        this.analyzer = new ChineseAnalyzer(tree.words());
        this.statistics = statistics;
    }

    private sealed interface Known {
        long version();

        record Present(JobPost post, Map<String, Integer> frequencies, int length) implements Known {
            @Override
            public long version() {
                return post.version();
            }
        }

        record Gone(long version) implements Known {}
    }

    @Override
    public synchronized void replace(IndexBatch batch) {
        for (IndexChange change : batch.changes()) {
            switch (change) {
                case IndexChange.PutJobPost put -> posts.remove(put.id());
                case IndexChange.RemoveJobPost remove -> posts.remove(remove.id());
                case IndexChange.PutSeeker put -> seekers.remove(put.id());
                case IndexChange.RemoveSeeker remove -> seekers.remove(remove.id());
            }
        }
        apply(batch);
    }

    @Override
    public synchronized List<RowVersion> postVersions(long first, long last) {
        return posts.entrySet().stream()
                .filter(entry -> entry.getKey() >= first && entry.getKey() <= last)
                .filter(entry -> entry.getValue() instanceof Known.Present)
                .map(entry -> new RowVersion(entry.getKey(), entry.getValue().version()))
                .toList();
    }

    @Override
    public synchronized List<RowVersion> seekerVersions(long first, long last) {
        return seekers.entrySet().stream()
                .filter(entry -> entry.getKey() >= first && entry.getKey() <= last)
                .filter(entry -> entry.getValue().seeker().isPresent())
                .map(entry -> new RowVersion(entry.getKey(), entry.getValue().version()))
                .toList();
    }

    @Override
    public synchronized void apply(IndexBatch batch) {
        for (IndexChange change : batch.changes()) {
            switch (change) {
                case IndexChange.PutJobPost put -> keepPost(put.id(), read(put.post()));
                case IndexChange.RemoveJobPost remove -> keepPost(remove.id(), new Known.Gone(remove.version()));
                case IndexChange.PutSeeker put ->
                    keepSeeker(
                            put.id(),
                            new KnownSeeker(
                                    put.version(),
                                    Optional.of(put.seeker()),
                                    analyzer.terms(put.seeker().wish().text())));
                case IndexChange.RemoveSeeker remove ->
                    keepSeeker(remove.id(), new KnownSeeker(remove.version(), Optional.empty(), List.of()));
            }
        }
        position = Math.max(position, batch.position());
    }

    /** A seeker, or that one was removed. */
    private record KnownSeeker(long version, Optional<Seeker> seeker, List<String> terms) {}

    private void keepSeeker(long id, KnownSeeker news) {
        KnownSeeker old = seekers.get(id);
        if (old == null || news.version() > old.version()) {
            seekers.put(id, news);
        }
    }

    private void keepPost(long id, Known news) {
        Known old = posts.get(id);
        if (old == null || news.version() > old.version()) {
            posts.put(id, news);
        }
    }

    private Known.Present read(JobPost post) {
        Map<String, Integer> frequencies = new HashMap<>();
        List<String> pieces = List.of(post.title(), post.title(), post.body());
        pieces.forEach(piece -> count("text", piece, frequencies));
        int length = frequencies.values().stream().mapToInt(Integer::intValue).sum();
        pieces.forEach(piece -> count(ChineseAnalyzer.WORDS, piece, frequencies));
        return new Known.Present(post, frequencies, SmallFloat.byte4ToInt(SmallFloat.intToByte4(length)));
    }

    private void count(String field, String text, Map<String, Integer> frequencies) {
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                frequencies.merge(term.toString(), 1, Integer::sum);
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long commit() {
        return position();
    }

    @Override
    public synchronized CandidateView acquire() {
        return new View(List.copyOf(posts.values()), List.copyOf(seekers.values()), position);
    }

    /** There are none. */
    @Override
    public void compareFiles() {}

    @Override
    public BackendFeatures features() {
        return new BackendFeatures(false);
    }

    @Override
    public void close() {
        analyzer.close();
    }

    private final class View implements CandidateView {
        private final List<Known> seen;
        private final List<KnownSeeker> seenSeekers;
        private final long seenPosition;

        View(List<Known> seen, List<KnownSeeker> seenSeekers, long seenPosition) {
            this.seen = seen;
            this.seenSeekers = seenSeekers;
            this.seenPosition = seenPosition;
        }

        @Override
        public List<Candidate> best(RankingQuery query) {
            List<Candidate> found = new ArrayList<>();
            for (Known known : seen) {
                if (known instanceof Known.Present present) {
                    consider(present, query, found);
                }
            }
            found.sort(
                    (a, b) -> a.rank() != b.rank() ? Double.compare(b.rank(), a.rank()) : Long.compare(a.id(), b.id()));
            return inOrderOfShowing(found, query.request());
        }

        /** One by one: while the head has room, the best whose employer is not there twice yet, if there is one (F4). */
        private static List<Candidate> inOrderOfShowing(List<Candidate> sorted, MatchRequest request) {
            List<Candidate> left = new ArrayList<>(sorted);
            List<Long> headEmployers = new ArrayList<>();
            request.after().head().forEach(shown -> headEmployers.add(shown.employerId()));
            List<Candidate> page = new ArrayList<>();
            while (page.size() < request.limit() && !left.isEmpty()) {
                Candidate next = left.stream()
                        .filter(candidate -> !request.sharesHead()
                                || headEmployers.size() >= 10
                                || Collections.frequency(headEmployers, candidate.employerId()) < 2)
                        .findFirst()
                        .orElse(left.getFirst());
                left.remove(next);
                headEmployers.add(next.employerId());
                page.add(next);
            }
            return page;
        }

        @Override
        public List<SeekerCandidate> bestSeekers(SeekerQuery query) {
            SeekerRequest request = query.request();
            Known.Present post = read(request.post());
            List<SeekerCandidate> found = new ArrayList<>();
            for (KnownSeeker known : seenSeekers) {
                known.seeker()
                        .filter(seeker -> maySee(seeker, request))
                        .map(seeker -> candidate(seeker, known.terms(), post, query))
                        .filter(candidate -> isBehind(request.after(), candidate.score(), candidate.id()))
                        .ifPresent(found::add);
            }
            found.sort(Comparator.comparingDouble(SeekerCandidate::score)
                    .reversed()
                    .thenComparingLong(SeekerCandidate::id));
            return found.subList(0, Math.min(request.limit(), found.size()));
        }

        private SeekerCandidate candidate(Seeker seeker, List<String> terms, Known.Present present, SeekerQuery query) {
            JobPost post = present.post();
            Seeker.Wish wish = seeker.wish();
            int bm25Milli = 0;
            for (String term : terms) {
                bm25Milli += impactMilli(present, term);
            }
            SeekerFacts facts = new SeekerFacts(
                    tree.closenessTo(wish.occupations())[tree.ordinal(post.occupation())],
                    bm25Milli,
                    distance(post, wish),
                    wish.travel().halfDistanceMetres(),
                    wish.floorFenPerHour(),
                    time(post, wish, query.request().now()),
                    settled(post.settlement(), wish),
                    help(post, seeker.background()),
                    history(post, seeker.background()));
            return new SeekerCandidate(
                    seeker.id(), seeker.version(), query.score(facts), facts.metres(), query.values(facts));
        }

        @Override
        public int[] missed(RankingQuery query) {
            int[] counts = new int[1 << Relaxation.values().length];
            MatchRequest request = query.request();
            for (Known known : seen) {
                if (known instanceof Known.Present present
                        && isLawful(present.post(), request)
                        && isSought(present, query)
                        && SearchOracle.missed(present.post(), request).isEmpty()
                        && !saysExcluded(present, query)) {
                    int mask = 0;
                    for (Relaxation relaxation : missedBy(present.post(), request)) {
                        mask |= relaxation.bit();
                    }
                    counts[mask]++;
                }
            }
            return counts;
        }

        private Set<Relaxation> missedBy(JobPost post, MatchRequest request) {
            Seeker.Wish wish = request.wish();
            Set<Relaxation> missed = EnumSet.noneOf(Relaxation.class);
            boolean near = distance(post, wish) <= wish.maxDistanceMetres()
                    || post.benefits().contains(Benefit.LODGING)
                    || post.benefits().contains(Benefit.PICK_UP);
            add(missed, Relaxation.DISTANCE, !near);
            add(missed, Relaxation.TIME, !timesFit(post, wish));
            add(missed, Relaxation.PAY, post.pay().fenPerHour() < wish.floorFenPerHour());
            add(missed, Relaxation.SETTLEMENT, settled(post.settlement(), wish) == 0);
            double[] closeness = request.search()
                    .map(Search::trades)
                    .filter(trades -> !trades.isEmpty())
                    .map(tree::closenessTo)
                    .orElseGet(() -> tree.closenessTo(wish.occupations()));
            add(missed, Relaxation.TRADE, closeness[tree.ordinal(post.occupation())] < 0.7);
            return missed;
        }

        private static void add(Set<Relaxation> missed, Relaxation relaxation, boolean isMissed) {
            if (isMissed) {
                missed.add(relaxation);
            }
        }

        private void consider(Known.Present present, RankingQuery query, List<Candidate> found) {
            JobPost post = present.post();
            MatchRequest request = query.request();
            int bm25Milli = bm25Milli(present, query);
            double metres = distance(post, request.wish());
            if (!mayBeShown(post, request, metres)
                    || !isSought(present, query)
                    || !SearchOracle.missed(post, request).isEmpty()
                    || saysExcluded(present, query)) {
                return;
            }
            PostFacts facts = new PostFacts(
                    tree.ordinal(post.occupation()),
                    bm25Milli,
                    metres,
                    post.pay().fenPerHour(),
                    time(post, request.wish(), request.now()),
                    settled(post.settlement(), request.wish()),
                    post.confirmedAt().getEpochSecond(),
                    (int) (100.0
                            * post.openings().left()
                            / (post.openings().left() + post.openings().applicants())),
                    post.trustPercent(),
                    help(post, request.background()),
                    history(post, request.background()));
            double score = query.score(facts);
            SearchSort sort = request.search().map(Search::sort).orElse(SearchSort.FIT);
            double rank = switch (sort) {
                case FIT -> query.rank(score, post.id(), post.openings().left());
                case DISTANCE -> -metres;
                case PAY -> post.pay().fenPerHour();
                case NEWNESS -> post.postedAt().getEpochSecond();
            };
            if (isBehind(request.after(), rank, post.id())) {
                List<Double> values = new ArrayList<>();
                for (double value : query.values(facts)) {
                    values.add(value);
                }
                found.add(new Candidate(post.id(), post.version(), post.employerId(), score, rank, metres, values));
            }
        }

        /**
         * Of one of the trades, of the surely meant ones if others are left out; or with the words: any if no trade is sought,
         * else half of the weight of their pairs of characters.
         */
        private boolean isSought(Known.Present present, RankingQuery query) {
            if (query.request().search().isEmpty()) {
                return true;
            }
            Search search = query.request().search().get();
            Double meant = search.trades().get(present.post().occupation());
            if (meant != null
                    && (!query.leavesOutWeakMeanings()
                            || 2 * meant >= Collections.max(search.trades().values()))) {
                return true;
            }
            int all = 0;
            for (String term : query.terms()) {
                all += term.startsWith(TextStatistics.WORD_MARK) ? 0 : statistics.inverseDocumentFrequencyMilli(term);
            }
            int bm25Milli = bm25Milli(present, query);
            return search.trades().isEmpty() ? all == 0 || bm25Milli > 0 : all > 0 && bm25Milli >= all / 2;
        }

        private boolean saysExcluded(Known.Present present, RankingQuery query) {
            return saysExcludedWord(present, query) || isCalledAsExcluded(present, query);
        }

        private boolean saysExcludedWord(Known.Present present, RankingQuery query) {
            return filter(query).excludedWords().stream().anyMatch(word -> says(present, word, 1));
        }

        private boolean isCalledAsExcluded(Known.Present present, RankingQuery query) {
            return filter(query).excludedNames().stream()
                    .anyMatch(name -> isCalled(present, name.name())
                            && name.denials().stream().noneMatch(denial -> says(present, denial, 2)));
        }

        /** A name of two characters that is a word must be said as one, a longer one or an unknown one by its characters. */
        private boolean isCalled(Known.Present present, String name) {
            List<String> words = analyzer.terms(name).size() > 1 ? List.of() : analyzer.saying(name);
            return words.isEmpty()
                    ? says(present, name, 2)
                    : words.stream()
                                    .mapToInt(word -> present.frequencies().getOrDefault(word, 0))
                                    .sum()
                            >= 2;
        }

        private static SearchFilter filter(RankingQuery query) {
            return query.request().search().map(Search::filter).orElse(SearchFilter.NONE);
        }

        private boolean says(Known.Present present, String word, int times) {
            return analyzer.terms(word).stream()
                    .allMatch(term -> present.frequencies().getOrDefault(term, 0) >= times);
        }

        @Override
        public Set<OccupationCode> trades(RankingQuery query) {
            MatchRequest request = query.request();
            return seen.stream()
                    .filter(known -> known instanceof Known.Present present
                            && mayBeShown(present.post(), request, distance(present.post(), request.wish()))
                            && isSought(present, query)
                            && SearchOracle.missed(present.post(), request).isEmpty()
                            && !saysExcluded(present, query))
                    .map(known -> ((Known.Present) known).post().occupation())
                    .collect(Collectors.toSet());
        }

        @Override
        public boolean finds(RankingQuery query, int posts) {
            return facets(query, Integer.MAX_VALUE).found().posts() >= posts;
        }

        @Override
        public FacetCounts facets(RankingQuery query, int mostPosts) {
            MatchRequest request = query.request();
            List<SearchOracle.Missing> sought = new ArrayList<>();
            for (Known known : seen) {
                if (known instanceof Known.Present present
                        && isLawful(present.post(), request)
                        && isSought(present, query)) {
                    Set<Criterion> missed = SearchOracle.missed(present.post(), request);
                    double metres = distance(present.post(), request.wish());
                    if (saysExcludedWord(present, query)) {
                        missed.add(Criterion.WORD);
                    }
                    if (isCalledAsExcluded(present, query)) {
                        missed.add(Criterion.OCCUPATION);
                    }
                    if (metres > request.wish().maxDistanceMetres()
                            && !present.post().liftsDistanceLimit()) {
                        missed.add(Criterion.DISTANCE);
                    }
                    sought.add(new SearchOracle.Missing(present.post(), metres, missed));
                }
            }
            return SearchOracle.count(sought);
        }

        private int bm25Milli(Known.Present present, RankingQuery query) {
            int sum = 0;
            for (String term : query.terms()) {
                sum += impactMilli(present, term);
            }
            return sum;
        }

        private int impactMilli(Known.Present present, String term) {
            int frequency = present.frequencies().getOrDefault(term, 0);
            return frequency == 0
                    ? 0
                    : RankingModel.termImpact(
                            statistics.inverseDocumentFrequencyMilli(term),
                            RankingModel.termCode(frequency, present.length(), statistics.averageLength()));
        }

        @Override
        public long position() {
            return seenPosition;
        }

        @Override
        public String generation() {
            return "exhaustive";
        }

        @Override
        public IndexSize size() {
            int open = (int) seen.stream()
                    .filter(known -> known instanceof Known.Present p
                            && p.post().open()
                            && p.post().openings().left() > 0)
                    .count();
            int active = (int) seenSeekers.stream()
                    .filter(known -> known.seeker().filter(Seeker::active).isPresent())
                    .count();
            return new IndexSize(open, seen.size(), seenSeekers.size(), active, 1, 0, 0);
        }

        @Override
        public TextStatistics textStatistics() {
            return statistics;
        }

        @Override
        public void close() {}
    }

    private static boolean isBehind(MatchRequest.Cursor after, double rank, long id) {
        boolean shown = after.head().stream().anyMatch(earlier -> earlier.id() == id);
        return !shown && isBehind(after.tail(), rank, id);
    }

    private static boolean isBehind(Optional<MatchRequest.Place> last, double rank, long id) {
        return last.map(place -> rank < place.rank() || (rank == place.rank() && id > place.id()))
                .orElse(true);
    }

    /** Slot by slot: each counts once, those of today and tomorrow twice. */
    private static double time(JobPost post, Seeker.Wish wish, Instant now) {
        DayOfWeek today = now.atZone(ZoneId.of("Asia/Shanghai")).getDayOfWeek();
        int all = 0;
        int suiting = 0;
        for (DayOfWeek day : DayOfWeek.values()) {
            int weight = day == today || day == today.plus(1) ? 2 : 1;
            for (TimeSlots.DayPart part : TimeSlots.DayPart.values()) {
                if (post.slots().has(day, part)) {
                    all += weight;
                    suiting += wish.slots().has(day, part) ? weight : 0;
                }
            }
        }
        return all == 0 ? 1 : (double) suiting / all;
    }

    private static double help(JobPost post, Background seeker) {
        if (seeker.helpGroups().isEmpty()) {
            return 0;
        }
        return Collections.disjoint(post.welcomes(), seeker.helpGroups()) ? 0.5 : 1;
    }

    private static double history(JobPost post, Background seeker) {
        if (seeker.dismissedPosts().contains(post.id())) {
            return 0;
        }
        return seeker.wantedEmployers().contains(post.employerId()) ? 1 : 0.5;
    }

    private static double distance(JobPost post, Seeker.Wish wish) {
        var to = post.place().point();
        return wish.start().point().metresTo(to.x(), to.y(), to.z());
    }

    private static double settled(Settlement settlement, Seeker.Wish wish) {
        return wish.settlements().isEmpty() || wish.settlements().contains(settlement) ? 1 : 0;
    }

    private static boolean isLive(JobPost post, Instant now) {
        return post.open() && post.openings().left() > 0 && post.validUntil().getEpochSecond() > now.getEpochSecond();
    }

    private static boolean isCertified(JobPost post, Seeker.Wish wish) {
        return (post.certificates() & wish.certificates()) == post.certificates();
    }

    private static boolean isLawful(JobPost post, MatchRequest request) {
        boolean blocked = request.background().blockedEmployers().contains(post.employerId());
        boolean ageFits = request.ageYears().map(age -> ageFits(post, age)).orElse(true);
        return isLive(post, request.now()) && !blocked && isCertified(post, request.wish()) && ageFits;
    }

    private static boolean mayBeShown(JobPost post, MatchRequest request, double metres) {
        return isLawful(post, request) && suits(post, request.wish(), metres);
    }

    private static boolean maySee(Seeker seeker, SeekerRequest request) {
        JobPost post = request.post();
        LocalDate today = request.now().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
        int age = Period.between(seeker.birthDate(), today).getYears();
        return seeker.active()
                && isLive(post, request.now())
                && isCertified(post, seeker.wish())
                && ageFits(post, age)
                && !seeker.background().blockedEmployers().contains(post.employerId())
                && suits(post, seeker.wish(), distance(post, seeker.wish()));
    }

    private static boolean suits(JobPost post, Seeker.Wish wish, double metres) {
        boolean near = metres <= wish.maxDistanceMetres()
                || post.benefits().contains(Benefit.LODGING)
                || post.benefits().contains(Benefit.PICK_UP);
        boolean paid = !wish.floorIsMust() || post.pay().fenPerHour() >= wish.floorFenPerHour();
        return near && paid && timesFit(post, wish);
    }

    private static boolean timesFit(JobPost post, Seeker.Wish wish) {
        int work = post.slots().bits();
        int common = work & wish.slots().bits();
        if (work == 0) {
            return true;
        }
        return post.shiftFixed() ? common == work : common != 0;
    }

    private static boolean ageFits(JobPost post, int age) {
        if (age < 16 || age < post.minAge() || age > post.maxAge()) {
            return false;
        }
        return age >= 18 || (post.hazardsKnown() && post.hazards().isEmpty());
    }
}
