package org.mifeng.api.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mifeng.api.matching.JobQuestion;
import org.mifeng.indexdata.query.QueryReader;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.OccupationCode;
import org.mifeng.matcher.search.Search;
import org.mifeng.matcher.search.SearchFilter;
import org.mifeng.matcher.search.SearchSort;

/** Lets benchmarks read a search as the service does, without its parameters. */
public final class BenchSearch {
    private static final Coordinates MARKET = new Coordinates(35.4150, 116.5870);
    private static final int FARTHEST_METRES = 200_000;

    private BenchSearch() {}

    /** What the text asks for at the market's door. */
    public static MatchRequest read(QueryReader reader, String text, Instant now, int limit) {
        WordsRead words = new WordsRead(reader.read(text));
        Search search = words.search(words.filter(today(now)), SearchSort.FIT);
        return request(
                words.tradesOfCertificates(), words.text(), words.metres().orElse(FARTHEST_METRES), search, now, limit);
    }

    /** What the filters of the text leave, without its words. */
    public static MatchRequest filters(QueryReader reader, String text, Instant now) {
        SearchFilter filter = new WordsRead(reader.read(text)).filter(today(now));
        return request(List.of(), "", FARTHEST_METRES, new Search(Map.of(), filter, SearchSort.FIT), now, 1);
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneId.of("Asia/Shanghai"));
    }

    private static MatchRequest request(
            List<OccupationCode> trades, String text, int metres, Search search, Instant now, int limit) {
        return JobQuestion.search(trades, text, MARKET, metres, search)
                .request(Set.of(), now, limit, MatchRequest.Cursor.START);
    }
}
