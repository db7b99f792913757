package org.mifeng.matcher;

import java.util.Set;

/**
 * What is known of a seeker beside the wish: groups helped first, and what happened before. Nothing in it tells sex,
 * ethnicity, origin or age (rule F1).
 *
 * @param helpGroups registered groups that are helped first (P04)
 * @param wantedEmployers numbers of employers the seeker worked for and wants again, at most {@value #MOST}
 * @param blockedEmployers numbers of employers whose posts the seeker does not want to see, at most {@value #MOST}
 * @param dismissedPosts numbers of posts the seeker put aside: they rank lower, but stay, at most {@value #MOST}
 */
public record Background(
        Set<HelpGroup> helpGroups, Set<Long> wantedEmployers, Set<Long> blockedEmployers, Set<Long> dismissedPosts) {
    /** Nothing known. */
    public static final Background NONE = new Background(Set.of(), Set.of(), Set.of(), Set.of());

    /** The most members of each set of numbers: who has more keeps the newest. */
    public static final int MOST = 500;

    /** @throws InvalidFieldException if there are too many */
    public Background {
        helpGroups = Set.copyOf(helpGroups);
        wantedEmployers = Set.copyOf(wantedEmployers);
        blockedEmployers = Set.copyOf(blockedEmployers);
        dismissedPosts = Set.copyOf(dismissedPosts);
        check(wantedEmployers, "wantedEmployers");
        check(blockedEmployers, "blockedEmployers");
        check(dismissedPosts, "dismissedPosts");
    }

    private static void check(Set<Long> numbers, String field) {
        InvalidFieldException.check(numbers.size() <= MOST, field, "must be at most " + MOST);
    }
}
