package org.mifeng.matcher.lucene;

import org.apache.lucene.util.SmallFloat;
import org.mifeng.matcher.ranking.RankingModel;
import org.mifeng.matcher.ranking.TextStatistics;

/** {@link RankingModel#termCode} of every frequency and length, reckoned once for all segments of a generation. */
final class TermCodes {
    private static final int NORMS = 256;

    final TextStatistics statistics;
    private final byte[] codes = new byte[(RankingModel.MAX_FREQUENCY + 1) * NORMS];

    TermCodes(TextStatistics statistics) {
        this.statistics = statistics;
        for (int frequency = 1; frequency <= RankingModel.MAX_FREQUENCY; frequency++) {
            for (int norm = 0; norm < NORMS; norm++) {
                int length = SmallFloat.byte4ToInt((byte) norm);
                codes[NORMS * frequency + norm] =
                        (byte) RankingModel.termCode(frequency, length, statistics.averageLength());
            }
        }
    }

    /**
     * The code of a posting.
     *
     * @param frequency above the highest counts as the highest
     * @param norm the byte that Lucene keeps of a length
     */
    byte of(int frequency, byte norm) {
        return codes[NORMS * Math.min(frequency, RankingModel.MAX_FREQUENCY) + (norm & 0xFF)];
    }
}
