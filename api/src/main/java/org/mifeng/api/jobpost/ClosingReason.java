package org.mifeng.api.jobpost;

import org.mifeng.indexdata.bulk.JobPostState;

/** Why an employer closes a post. */
public enum ClosingReason {
    /** 招满了: everybody needed was found. */
    FILLED(JobPostState.FILLED),
    /** 不招了: taken back. */
    WITHDRAWN(JobPostState.EXPIRED);

    private final JobPostState state;

    ClosingReason(JobPostState state) {
        this.state = state;
    }

    /** Where the post then stands. A withdrawn post ends as one whose time is over; taken down is what staff do. */
    JobPostState state() {
        return state;
    }
}
