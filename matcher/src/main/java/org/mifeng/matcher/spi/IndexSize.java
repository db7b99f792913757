package org.mifeng.matcher.spi;

/**
 * How much an index holds.
 *
 * @param openPosts posts that could be matched
 * @param posts all posts, closed ones too
 * @param seekers all seekers
 * @param segments of the part that holds the posts
 * @param columnBytes memory that the columns and postings of open posts take
 */
public record IndexSize(int openPosts, int posts, int seekers, int segments, long columnBytes) {}
