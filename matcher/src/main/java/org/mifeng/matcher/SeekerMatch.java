package org.mifeng.matcher;

import java.util.List;

/**
 * One seeker who suits a post, with all that explains it.
 *
 * <p>Only {@code reasons} are made to be read by an employer (P32). The parts tell more, a group helped first or an
 * employer wanted again, and the way to several posts tells where someone lives: they are for the service's own staff
 * and for replays.
 *
 * @param id opaque seeker number
 * @param version of the profile that was ranked
 * @param score the sum of all contributions, 0 to 1: the one that this post has in this seeker's list
 * @param metres the straight way from the seeker's start, in metres
 * @param parts every part of the score, in the order of {@link Part}
 * @param reasons at most two short Chinese reasons, made from the largest parts; may be empty
 */
public record SeekerMatch(
        long id, long version, double score, double metres, List<Match.PartValue> parts, List<String> reasons) {
    /** Copies the lists. */
    public SeekerMatch {
        parts = List.copyOf(parts);
        reasons = List.copyOf(reasons);
    }
}
