package org.mifeng.matcher.spi;

/**
 * Which version of a post or seeker an index holds.
 *
 * @param id its number
 * @param version of the row it was made from
 */
public record RowVersion(long id, long version) {}
