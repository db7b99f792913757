package org.mifeng.api.node;

/** What a node does about changes. */
enum NodeState {
    /** Not yet followed a single change. */
    STARTING,
    /** Following. */
    FOLLOWING,
    /** The database or the index's storage failed; trying again. */
    FAILING,
    /** Lacks changes that nobody has any more; serves what it has while it is built anew, the exit check hides the rest. */
    TOO_OLD,
    /** Files of the index are damaged; serves what is in memory while it is built anew, the exit check hides the rest. */
    DAMAGED,
    /** Stands before the change to another generation until its index of that one is built. */
    CHANGING
}
