/**
 * Reference tables of our own: trades and the names people say, certificates, towns, names of people who do not exist.
 *
 * <p>The tables are small CSV files beside these classes, edited by hand and reviewed in the diff. A test holds them
 * together: no unknown code, no alias that means two things, no row that nothing leads to.
 */
@NullMarked
package org.mifeng.indexdata.reference;

import org.jspecify.annotations.NullMarked;
