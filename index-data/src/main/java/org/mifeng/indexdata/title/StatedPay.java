package org.mifeng.indexdata.title;

import org.mifeng.matcher.PayUnit;

/**
 * Pay as a title states it; not what a single piece brings.
 *
 * @param leastFen the lower end, fen per unit
 * @param mostFen the upper end, fen per unit; the same if only one amount is stated
 * @param unit what the amounts are for
 */
public record StatedPay(int leastFen, int mostFen, PayUnit unit) {}
