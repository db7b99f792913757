package org.mifeng.matcher;

/** The parts of a score, each a value from 0 to 1. See {@code docs/design/ranking.md} for the formulas. */
public enum Part {
    /** Closeness of the post's occupation to the best of the wished ones. */
    OCCUPATION,
    /** BM25 of the seeker's words against title and body, saturated. */
    TEXT,
    /** Nearness of the work to where the seeker starts. */
    PROXIMITY,
    /** Pay per hour against the trade's usual pay and the seeker's floor. */
    PAY,
    /** Share of the post's times when the seeker is free; today and tomorrow count double. */
    TIME,
    /** Paid when the seeker asked. */
    SETTLEMENT,
    /** How lately the employer confirmed the post. */
    FRESHNESS,
    /** Places left against the people after them. */
    VACANCY,
    /** How far the employer can be trusted. */
    TRUST,
    /** Helped first, and welcome (P04). */
    HELP_FIRST,
    /** Worked for this employer and wants to again; or put this post aside before. */
    HISTORY
}
