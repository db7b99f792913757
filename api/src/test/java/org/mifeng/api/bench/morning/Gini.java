package org.mifeng.api.bench.morning;

import java.util.List;

/** How unevenly something is shared out (Gini 1912): 0 if all have the same, towards 1 if one has all. */
final class Gini {
    private Gini() {}

    /**
     * What a group has.
     *
     * @param amount what all of the group have together, not negative
     * @param members how many share it evenly, positive
     */
    record Group(double amount, int members) {
        double each() {
            return amount / members;
        }
    }

    /** The coefficient over all members of all groups; 0 if nobody has anything. */
    static double of(List<Group> groups) {
        List<Group> rising = groups.stream()
                .sorted((a, b) -> Double.compare(a.each(), b.each()))
                .toList();
        double amount = rising.stream().mapToDouble(Group::amount).sum();
        double members = rising.stream().mapToInt(Group::members).sum();
        if (amount == 0) {
            return 0;
        }
        // twice the area under the Lorenz curve, a trapezium for each group
        double area = 0;
        double below = 0;
        for (Group group : rising) {
            area += (2 * below + group.amount()) * group.members();
            below += group.amount();
        }
        return 1 - area / (amount * members);
    }
}
