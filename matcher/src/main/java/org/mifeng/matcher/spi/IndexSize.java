package org.mifeng.matcher.spi;

/**
 * How much an index holds.
 *
 * @param openPosts posts that could be matched
 * @param posts all posts, closed ones too
 * @param seekers all seekers, inactive ones too
 * @param activeSeekers seekers who could be found for a post
 * @param segments of the part that holds the posts
 * @param columnBytes memory that the columns and postings of open posts take
 * @param seekerColumnBytes memory that the columns and words of active seekers take
 */
public record IndexSize(
        int openPosts,
        int posts,
        int seekers,
        int activeSeekers,
        int segments,
        long columnBytes,
        long seekerColumnBytes) {}
