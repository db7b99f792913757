package org.mifeng.indexdata.title;

import org.mifeng.indexdata.title.TitleScan.Name;
import org.mifeng.indexdata.title.TitleVocabulary.Kind;
import org.mifeng.indexdata.title.TitleVocabulary.Word;

/**
 * Names that a title says in two pieces: 燃气[入户]安检员, 电动车[店招]维修. The longer name outvotes the shorter one that stands
 * there in one piece.
 */
final class SplitNames implements TradeEvidence {
    private static final int SHORTEST_PIECE = 2;
    private static final int WIDEST_GAP = 4;
    private static final int LONGEST_TEXT = 120;
    private static final double FULL = 1.1;
    private static final double PER_MISSING_CHARACTER = 0.06;

    private final TitleVocabulary vocabulary;

    SplitNames(TitleVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void speak(TitleScan scan, TradeScores scores) {
        String joined = joined(scan);
        String text = joined.length() > LONGEST_TEXT ? joined.substring(0, LONGEST_TEXT) : joined;
        double[] best = new double[scores.size()];
        for (int from = 0; from < text.length(); from++) {
            int node = 0;
            for (int to = from; to < text.length(); to++) {
                node = vocabulary.trie().child(node, text.charAt(to));
                if (node == 0) {
                    break;
                }
                if (to + 1 - from >= SHORTEST_PIECE) {
                    secondPieces(scan, text, node, from, to + 1, best);
                }
            }
        }
        for (int trade = 0; trade < best.length; trade++) {
            if (best[trade] > 0) {
                scores.add(trade, best[trade]);
            }
        }
    }

    /** The segments; a firm's name is too far from what follows for a name to span both. */
    private static String joined(TitleScan scan) {
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < scan.segments().size(); i++) {
            joined.append(scan.segments().get(i)).append(" ".repeat(scan.firms().get(i) ? WIDEST_GAP + 1 : 1));
        }
        return joined.toString();
    }

    private void secondPieces(TitleScan scan, String text, int first, int from, int end, double[] best) {
        for (int gap = 1; gap <= WIDEST_GAP; gap++) {
            int node = first;
            for (int at = end + gap; at < text.length(); at++) {
                node = vocabulary.trie().child(node, text.charAt(at));
                if (node == 0) {
                    break;
                }
                int value = vocabulary.trie().value(node);
                if (value >= 0 && at + 1 - end - gap >= SHORTEST_PIECE) {
                    Word word = vocabulary.word(value);
                    if (word.kind() == Kind.TRADE
                            && !beginsPerson(scan, text, from, end, word.trade())
                            && !endsPerson(scan, text, end + gap, at + 1, word.trade())) {
                        best[word.trade()] = Math.max(best[word.trade()], FULL - gap * PER_MISSING_CHARACTER);
                    }
                }
            }
        }
    }

    /** Whether the first piece is but the beginning of a person of another trade: 绿化 in [绿化工、]保洁员. */
    private static boolean beginsPerson(TitleScan scan, String text, int from, int to, int trade) {
        return scan.names().stream()
                .anyMatch(name -> isLongerPerson(name, to - from, trade)
                        && text.startsWith(name.word().text(), from));
    }

    /** Whether the second piece is but the end of a person of another trade: 操作员 in 物流[仓库操作员]. */
    private static boolean endsPerson(TitleScan scan, String text, int from, int to, int trade) {
        return scan.names().stream()
                .anyMatch(name -> isLongerPerson(name, to - from, trade)
                        && text.startsWith(
                                name.word().text(), to - name.word().text().length()));
    }

    private static boolean isLongerPerson(Name name, int length, int trade) {
        return name.word().text().length() > length
                && name.word().mayBePerson()
                && name.word().trade() != trade;
    }
}
