/**
 * Makes a market that does not exist: employers, job posts and seekers of Jining, realistic in numbers, words, places
 * and pay, and fictional in every name, number and address.
 *
 * <p>Everything follows from a seed and a moment: the same two give the same records on every machine and JVM. A record
 * is computed from its number alone, so ranges can be made in parallel or again.
 */
@NullMarked
package org.mifeng.indexdata.generator;

import org.jspecify.annotations.NullMarked;
