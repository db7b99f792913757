package org.mifeng.indexdata.title;

import org.mifeng.matcher.OccupationCode;

/**
 * A trade that a title may name.
 *
 * @param code the trade
 * @param confidence more than 0, less than 1; all guesses of a title together make less than 1
 */
public record TradeGuess(OccupationCode code, double confidence) {}
