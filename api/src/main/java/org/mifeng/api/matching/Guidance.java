package org.mifeng.api.matching;

/** What to show a person instead of jobs. */
public enum Guidance {
    /** Nothing: show the jobs. */
    NONE,
    /** P20: under 16 no job is shown; a friendly page is. */
    UNDER_16
}
