package org.mifeng.indexdata.reference;

import java.util.List;
import org.mifeng.matcher.OccupationCode;

/**
 * A word that says which trade a vague name stands for: 汽修 makes a 学徒 a mechanic, KTV makes a 服务员 one of a KTV.
 *
 * @param word what the title says beside the name
 * @param heads the names that it decides about; empty for all general ones ({@link TitlePhrase.Meaning#GENERAL})
 * @param code the trade that is meant then
 */
public record TradeContext(String word, List<String> heads, OccupationCode code) {
    private static final List<TradeContext> ALL = new ReferenceTable("trade-contexts.csv")
            .rows(row -> new TradeContext(row.text("word"), row.list("heads"), new OccupationCode(row.text("code"))));

    /** Copies the list. */
    public TradeContext {
        heads = List.copyOf(heads);
    }

    /** All, in the order of the table. */
    public static List<TradeContext> all() {
        return ALL;
    }
}
