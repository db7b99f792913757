package org.mifeng.indexdata.title;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mifeng.indexdata.reference.WorkVerb;
import org.mifeng.indexdata.title.TitleScan.Name;
import org.mifeng.matcher.occupation.OccupationTree;

/**
 * Work that is said as people say it, by what is done with a thing: 卸钢材, 看仓库. What is done decides, not the thing, unless
 * both together are a name or a person is named.
 */
final class DoneWork implements TradeEvidence {
    private static final double WEIGHT = 1;
    private static final double LATER_SEGMENT = 0.78;
    /** Longer pieces say more than a verb and its thing. */
    private static final int LONGEST = 6;

    private final Map<Character, Integer> trades = new HashMap<>();

    DoneWork(OccupationTree tree) {
        for (WorkVerb verb : WorkVerb.all()) {
            trades.put(verb.verb(), tree.ordinal(verb.code()));
        }
    }

    @Override
    public void speak(TitleScan scan, TradeScores scores) {
        List<String> segments = scan.segments();
        for (int i = 0; i < segments.size() && i < 8; i++) {
            String segment = segments.get(i);
            Integer trade = segment.length() < 2 || segment.length() > LONGEST ? null : trades.get(segment.charAt(0));
            if (trade != null && isVerbWithThing(scan, i, segment)) {
                scores.add(trade, WEIGHT * Math.pow(LATER_SEGMENT, i));
            }
        }
    }

    private static boolean isVerbWithThing(TitleScan scan, int number, String segment) {
        boolean first = true;
        for (Name name : scan.names()) {
            if (name.segment() == number) {
                if ((first && segment.startsWith(name.word().text()))
                        || name.word().mayBePerson()) {
                    return false;
                }
                first = false;
            }
        }
        return true;
    }
}
