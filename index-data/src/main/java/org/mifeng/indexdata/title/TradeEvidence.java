package org.mifeng.indexdata.title;

/**
 * Something that speaks for trades: names that are said, names that look alike. The place where a model can give its
 * opinion about second and third guesses. Implementations are immutable or keep their state to one thread.
 */
interface TradeEvidence {
    /** Adds to the scores what the title says; what earlier sources added is there already. */
    void speak(TitleScan scan, TradeScores scores);
}
