package org.mifeng.api.search;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.mifeng.api.environment.MarketCalendar;
import org.mifeng.api.indexing.MarketPlace;
import org.mifeng.api.matching.JobQuestion;
import org.mifeng.api.numbering.PublicIds;
import org.mifeng.api.problem.FieldErrors;
import org.mifeng.api.problem.InvalidInputException;
import org.mifeng.indexdata.query.QueryReader;
import org.mifeng.indexdata.query.QueryReading;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.search.Search;
import org.mifeng.matcher.search.SearchFilter;
import org.mifeng.matcher.search.SearchSort;

/** Turns parameters into a search, naming every one that is wrong. */
@Singleton
final class SearchReader {
    private static final int FARTHEST_METRES = 200_000;
    private static final int LEAST_METRES = 100;
    private static final int LONGEST_ADDRESS = 100;
    private static final int MOST_OFF = 50;

    private final QueryReader queries;
    private final AddressBook addresses;
    private final MarketPlace market;
    private final MarketCalendar calendar;
    private final PublicIds ids;

    SearchReader(
            QueryReader queries, AddressBook addresses, MarketPlace market, MarketCalendar calendar, PublicIds ids) {
        this.queries = queries;
        this.addresses = addresses;
        this.market = market;
        this.calendar = calendar;
        this.ids = ids;
    }

    /**
     * The search for these words with the filters that are said.
     *
     * @param errors what was wrong with other parameters
     * @throws InvalidInputException naming all parameters that are wrong
     */
    AskedSearch read(SearchParameters said, String text, FieldErrors errors) {
        QueryValues values = new QueryValues(errors);
        errors.check(said.off.size() <= MOST_OFF, "off", "length", "最多 " + MOST_OFF + " 项");
        QueryReading reading = queries.read(text, Set.copyOf(said.off));
        errors.check(!reading.remarks().contains(QueryReading.Remark.UNREADABLE), "q", "word", "里面没有字，请写想找的活，如 保洁、装卸");
        WordsRead words = new WordsRead(reading);
        Optional<FoundPlace> place = place(said, errors);
        Optional<Coordinates> start = said.near == null
                ? Optional.of(place.map(FoundPlace::place).orElse(market.coordinates()))
                : values.place("near", said.near);
        int metres = values.number(
                "radius",
                said.radius,
                LEAST_METRES,
                FARTHEST_METRES,
                words.metres().orElse(FARTHEST_METRES));
        SearchSort sort = values.constant("sort", said.sort, SearchSort.class, SearchSort.FIT);
        SearchFilter filter =
                new FilterReader(said, words.filter(calendar.today()), calendar.today(), ids, errors).read();
        errors.throwIfAny();
        Search search = words.search(filter, sort);
        return new AskedSearch(
                JobQuestion.search(words.tradesOfCertificates(), words.text(), start.orElseThrow(), metres, search),
                reading,
                place,
                metres);
    }

    private Optional<FoundPlace> place(SearchParameters said, FieldErrors errors) {
        if (said.address == null) {
            return Optional.empty();
        }
        errors.check(said.near == null, "address", "one-of", "near 和 address 只能填一个");
        if (said.address.length() > LONGEST_ADDRESS) {
            errors.add("address", "length", "最多 " + LONGEST_ADDRESS + " 个字");
            return Optional.empty();
        }
        Optional<FoundPlace> found = addresses.find(said.address);
        if (found.isEmpty()) {
            errors.add("address", "known-place", "没有找到这个地方" + meant(said.address));
        }
        return found;
    }

    private static String meant(String address) {
        return NearestValue.to(AddressBook.plain(address), AddressBook.names().toList())
                .map(name -> "，是不是 " + name + "？")
                .orElse("，可以写街道或乡镇，如 金城街道");
    }
}
