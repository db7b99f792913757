package org.mifeng.api.outbox;

/** What an outbox row can be about. The names are stored. */
public enum IndexSubject {
    /** A row of {@code job_post}. */
    JOB_POST,
    /** A row of {@code seeker}. */
    SEEKER,
    /** Not a row: from this position on every node answers with the generation of this number. */
    GENERATION
}
