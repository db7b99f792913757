package org.mifeng.matcher.ranking;

/**
 * All that a score takes from a seeker; or the best fact of each kind among several, whose score is then a bound of
 * theirs.
 *
 * @param closeness of the best wish to the post's occupation, see {@link SeekerQuery#closeness}
 * @param bm25Milli the sum of the impacts of the words that are the seeker's too, thousandths
 * @param metres the way
 * @param halfDistanceMetres of the means of travel
 * @param floorFenPerHour wished pay, 0 for none; the lower, the better a post pays
 * @param time see {@link SeekerQuery#time}
 * @param settled see {@link SeekerQuery#settled}
 * @param help see {@link SeekerQuery#help}
 * @param history see {@link SeekerQuery#history}
 */
public record SeekerFacts(
        double closeness,
        int bm25Milli,
        double metres,
        int halfDistanceMetres,
        int floorFenPerHour,
        double time,
        double settled,
        double help,
        double history) {}
