/**
 * The ranking model: a sum of bounded parts, as pure functions that need no index.
 *
 * <p>Every part is a value from 0 to 1 that never falls when the fact behind it gets better for the seeker. Backends
 * rely on both: with the best fact of a group of posts, the same functions give a bound that no post of the group can
 * exceed, bit for bit, because floating-point addition and multiplication are monotone too. Keep the order of the sum
 * in {@link org.mifeng.matcher.ranking.RankingQuery#score} the only one.
 */
@org.jspecify.annotations.NullMarked
package org.mifeng.matcher.ranking;
