package org.mifeng.indexdata.generator;

import org.mifeng.matcher.Coordinates;

/**
 * A place where an employer has people work.
 *
 * @param place WGS-84
 * @param townCode of the town
 * @param townName of the town
 * @param address with a road that does not exist
 */
record Site(Coordinates place, String townCode, String townName, String address) {}
