package org.mifeng.matcher.ranking;

/**
 * All that a score takes from a post; or the best fact of each kind among several, whose score is then a bound of
 * theirs.
 *
 * @param occupation ordinal in the tree
 * @param bm25Milli the sum of its terms' impacts, thousandths
 * @param metres the way
 * @param fenPerHour what it pays
 * @param time the share of its times that suit, see {@link RankingQuery#time}
 * @param settled 1 if paid as asked, see {@link RankingQuery#settled}
 * @param confirmedAtSecond seconds since 1970
 * @param vacancyPercent 0 to 100
 * @param trustPercent 0 to 100
 * @param help see {@link RankingQuery#help}
 * @param history see {@link RankingQuery#history}
 */
public record PostFacts(
        int occupation,
        int bm25Milli,
        double metres,
        int fenPerHour,
        double time,
        double settled,
        long confirmedAtSecond,
        int vacancyPercent,
        int trustPercent,
        double help,
        double history) {}
