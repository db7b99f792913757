package org.mifeng.indexdata.bulk;

/** Where a job post stands. The names are stored. Only a live post is ever shown. */
public enum JobPostState {
    /** Held for a look by staff (P14). */
    IN_REVIEW,
    /** Shown while it is valid and has openings left. */
    LIVE,
    /** Taken back by the employer for a while. */
    PAUSED,
    /** Every opening is taken. */
    FILLED,
    /** Its validity ended. */
    EXPIRED,
    /** Removed by staff (P14). */
    TAKEN_DOWN
}
