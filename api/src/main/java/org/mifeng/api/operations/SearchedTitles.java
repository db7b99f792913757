package org.mifeng.api.operations;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.mifeng.api.search.WordsRead;
import org.mifeng.indexdata.query.QueryReader;
import org.mifeng.indexdata.query.QueryReading;
import org.mifeng.indexdata.relevance.SearchEvaluation;
import org.mifeng.indexdata.title.TitleNormaliser;
import org.mifeng.indexdata.title.TradeGuess;
import org.mifeng.matcher.Background;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.JobPost;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.Openings;
import org.mifeng.matcher.Pay;
import org.mifeng.matcher.PayUnit;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.TravelMode;
import org.mifeng.matcher.search.SearchSort;

/**
 * Posts of which nothing is known but their titles, in a temporary index of the product's own engine. Their trades are
 * read by the normaliser, as those of imported posts are; all else is the same for all, so that words decide.
 */
final class SearchedTitles implements AutoCloseable {
    /** 普工: where a title names no trade. */
    private static final OccupationCode UNREAD = new OccupationCode("6-31-99-00");

    private static final Coordinates PLACE = new Coordinates(35.41, 116.58);
    private static final int VALID_DAYS = 30;
    private static final int LONGEST_TITLE = 200;
    private static final long ALL_CERTIFICATES = -1;

    private final TitleNormaliser normaliser;
    private final QueryReader queries;
    private final Instant now;
    private final TemporaryIndex index;

    /**
     * @param normaliser reads the trades of titles
     * @param titles of the posts; a post's place in this list is its number
     * @param now the moment of all posts and questions
     */
    SearchedTitles(TitleNormaliser normaliser, List<String> titles, Instant now) {
        this.normaliser = normaliser;
        queries = QueryReader.with(normaliser);
        this.now = now;
        index = new TemporaryIndex(IntStream.range(0, titles.size())
                .mapToObj(number -> post(number, titles.get(number)))
                .toList());
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
                title.substring(0, Math.min(title.length(), LONGEST_TITLE)),
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

    /**
     * The places of the best titles for a query, at most {@link SearchEvaluation#DEPTH}. Trades and words count,
     * wanted or not; pay, places and times do not, for nothing is known of them here.
     */
    List<Integer> search(String query) {
        QueryReading reading = queries.read(query);
        if (reading.isEmpty()) {
            return List.of();
        }
        WordsRead words = new WordsRead(reading);
        Seeker.Wish wish = new Seeker.Wish(
                List.of(),
                words.text(),
                PLACE,
                TravelMode.E_BIKE,
                Seeker.Wish.ANYWHERE_METRES,
                TimeSlots.ALWAYS,
                Set.of(),
                0,
                false,
                ALL_CERTIFICATES);
        MatchRequest request = new MatchRequest(
                wish,
                Background.NONE,
                Optional.empty(),
                Optional.of(words.search(words.filterOfTitles(), SearchSort.FIT)),
                OptionalLong.empty(),
                now,
                SearchEvaluation.DEPTH,
                MatchRequest.Cursor.START);
        return index.matcher().match(request).matches().stream()
                .map(match -> Math.toIntExact(match.id() - 1))
                .toList();
    }

    @Override
    public void close() {
        index.close();
    }
}
