package org.mifeng.api.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mifeng.indexdata.reference.Alias;
import org.mifeng.indexdata.reference.Aliases;
import org.mifeng.matcher.OccupationCode;

/** The baseline of reading titles: the trade of the longest everyday name that the title contains, of equals the first. */
final class LongestName {
    private final Map<String, OccupationCode> trades = new HashMap<>();
    private int longest;

    LongestName() {
        for (Alias alias : Aliases.all()) {
            trades.putIfAbsent(alias.text(), alias.code());
            longest = Math.max(longest, alias.text().length());
        }
    }

    Optional<OccupationCode> trade(String title) {
        for (int length = Math.min(longest, title.length()); length > 0; length--) {
            for (int from = 0; from + length <= title.length(); from++) {
                OccupationCode code = trades.get(title.substring(from, from + length));
                if (code != null) {
                    return Optional.of(code);
                }
            }
        }
        return Optional.empty();
    }
}
