package org.mifeng.indexdata.relevance;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.mifeng.indexdata.title.TitleEvaluation.Labelled;
import org.mifeng.matcher.OccupationCode;

/**
 * How well searches find posts. A post of the query's occupation gains 1, one of its minor group 0.5, all others 0.
 * Averages are over the queries that some post answers, but for the share without a result.
 *
 * @param posts how many there were
 * @param queries how many were asked
 * @param answerable queries of whose minor group there is a post
 * @param ndcgAt10 normalised discounted cumulative gain of the first ten posts
 * @param recallAt50 share of the posts of the query's occupation that are among the first fifty; over the queries of
 *     whose occupation there is a post
 * @param zeroResultRate share of all queries that found nothing
 * @param successAt1 share of queries, of whose occupation there is a post, whose first post is of it
 */
public record SearchEvaluation(
        int posts,
        int queries,
        int answerable,
        double ndcgAt10,
        double recallAt50,
        double zeroResultRate,
        double successAt1) {
    /** How many posts of a query are looked at. */
    public static final int DEPTH = 50;

    private static final int TOP = 10;
    private static final double SAME_GROUP = 0.5;

    /**
     * Asks every query.
     *
     * @param search gives the places in {@code posts} of the best posts for a query, at least {@link #DEPTH} if there
     *     are as many; it must know the titles only
     * @param posts titles with the judge's labels
     * @param queries queries with the judge's labels
     * @throws IllegalArgumentException if no query has a post of its minor group
     */
    public static SearchEvaluation of(
            Function<String, List<Integer>> search, List<Labelled> posts, List<Labelled> queries) {
        int zero = 0;
        int answerable = 0;
        int exact = 0;
        double ndcg = 0;
        double recall = 0;
        int success = 0;
        for (Labelled query : queries) {
            List<Integer> found = search.apply(query.title());
            zero += found.isEmpty() ? 1 : 0;
            List<Double> ideal = posts.stream()
                    .map(post -> gain(query.code(), post.code()))
                    .filter(gain -> gain > 0)
                    .sorted(Collections.reverseOrder())
                    .toList();
            if (ideal.isEmpty()) {
                continue;
            }
            answerable++;
            ndcg += discounted(found.stream()
                            .map(post -> gain(query.code(), posts.get(post).code())))
                    / discounted(ideal.stream());
            long same = ideal.stream().filter(gain -> gain == 1).count();
            if (same > 0) {
                exact++;
                Set<Integer> first = new HashSet<>(found.stream().limit(DEPTH).toList());
                recall += (double) first.stream()
                                .filter(post -> posts.get(post).code().equals(query.code()))
                                .count()
                        / same;
                success +=
                        !found.isEmpty() && posts.get(found.getFirst()).code().equals(query.code()) ? 1 : 0;
            }
        }
        if (exact == 0) {
            throw new IllegalArgumentException("no query has a post of its occupation");
        }
        return new SearchEvaluation(
                posts.size(),
                queries.size(),
                answerable,
                ndcg / answerable,
                recall / exact,
                (double) zero / queries.size(),
                (double) success / exact);
    }

    private static double gain(OccupationCode wanted, OccupationCode post) {
        return post.equals(wanted) ? 1 : post.minor().equals(wanted.minor()) ? SAME_GROUP : 0;
    }

    /** The first gain counts whole, the next ones by the logarithm of their places. */
    static double discounted(Stream<Double> gains) {
        double sum = 0;
        int place = 0;
        for (double gain : gains.limit(TOP).toList()) {
            sum += gain / (Math.log(place + 2) / Math.log(2));
            place++;
        }
        return sum;
    }
}
