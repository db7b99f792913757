package org.mifeng.api.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.indexdata.relevance.SearchEvaluation;
import org.mifeng.indexdata.title.TitleNormaliser;
import org.mifeng.indexdata.title.TradeGuess;
import org.mifeng.matcher.Background;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.InvalidFieldException;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.Match;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.Matcher;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Openings;
import org.mifeng.matcher.Pay;
import org.mifeng.matcher.PayUnit;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.TravelMode;
import org.mifeng.matcher.lucene.LuceneCandidateIndex;
import org.mifeng.matcher.lucene.LuceneIndexBuild;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.search.Search;
import org.mifeng.matcher.spi.IndexChange;

/**
 * Posts of which nothing is known but their titles, in a temporary index of the product's own engine. Their trades are
 * read by the normaliser, as those of imported posts are; all else is the same for all, so that words decide.
 */
final class SearchedTitles implements AutoCloseable {
    /** 普工: where a title names no trade. */
    private static final OccupationCode UNREAD = new OccupationCode("6-31-99-00");

    private static final Coordinates PLACE = new Coordinates(35.41, 116.58);
    private static final int VALID_DAYS = 30;
    private static final double WORTH_ASKING_FOR = 0.15;
    private static final int MOST_TRADES = 3;

    private final TitleNormaliser normaliser;
    private final Instant now;
    private final Path directory;
    private final Matcher matcher;

    /**
     * @param normaliser reads the trades of titles and queries
     * @param titles of the posts; a post's place in this list is its number
     * @param now the moment of all posts and questions
     */
    SearchedTitles(TitleNormaliser normaliser, List<String> titles, Instant now) {
        this.normaliser = normaliser;
        this.now = now;
        try {
            directory = Files.createTempDirectory("searched-titles");
        } catch (IOException e) {
            throw new UncheckedIOException("there is no room for a temporary index", e);
        }
        try (LuceneIndexBuild build = LuceneIndexBuild.create(directory, Occupations.tree())) {
            for (int number = 0; number < titles.size(); number++) {
                build.add(new IndexChange.PutJobPost(post(number, titles.get(number))));
            }
            build.finish(0);
        }
        matcher = new Matcher(
                LuceneCandidateIndex.open(directory, Occupations.tree()), Occupations.tree(), RankingModel.CURRENT);
    }

    private JobPost post(int number, String title) {
        OccupationCode trade = normaliser.read(title).trades().stream()
                .map(TradeGuess::code)
                .findFirst()
                .orElse(UNREAD);
        return new JobPost(
                number + 1L,
                0,
                number + 1L,
                true,
                trade,
                PLACE,
                0,
                title.substring(0, Math.min(title.length(), 200)),
                "",
                new Pay(2_000, PayUnit.HOUR, 8),
                Settlement.MONTHLY,
                TimeSlots.ALWAYS,
                false,
                new Openings(1, 1, 0),
                0,
                Set.of(),
                Set.of(),
                true,
                16,
                120,
                50,
                Set.of(),
                Optional.empty(),
                now,
                now,
                now.plus(VALID_DAYS, ChronoUnit.DAYS));
    }

    /** The places of the best titles for a query, at most {@link SearchEvaluation#DEPTH}. */
    List<Integer> search(String query) {
        if (query.isBlank()) {
            return List.of();
        }
        List<OccupationCode> trades = normaliser.read(query).trades().stream()
                .filter(guess -> guess.confidence() >= WORTH_ASKING_FOR)
                .limit(MOST_TRADES)
                .map(TradeGuess::code)
                .toList();
        String text = query.strip();
        Seeker.Wish wish = new Seeker.Wish(
                trades,
                text.substring(0, Math.min(text.length(), 200)),
                PLACE,
                TravelMode.E_BIKE,
                Seeker.Wish.ANYWHERE_METRES,
                TimeSlots.ALWAYS,
                Set.of(),
                0,
                false,
                -1);
        MatchRequest request = new MatchRequest(
                wish,
                Background.NONE,
                Optional.empty(),
                trades.isEmpty() ? Optional.of(Search.ANY) : Optional.empty(),
                OptionalLong.empty(),
                now,
                SearchEvaluation.DEPTH,
                MatchRequest.Cursor.START);
        return found(request).stream()
                .map(Match::id)
                .map(id -> Math.toIntExact(id - 1))
                .toList();
    }

    /** A query without a word, which a person would be told, finds nothing here. */
    private List<Match> found(MatchRequest request) {
        try {
            return matcher.match(request).matches();
        } catch (InvalidFieldException e) {
            return List.of();
        }
    }

    @Override
    public void close() {
        matcher.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary index cannot be deleted", e);
        }
    }
}
