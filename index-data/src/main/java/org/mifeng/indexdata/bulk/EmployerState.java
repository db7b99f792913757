package org.mifeng.indexdata.bulk;

/** Where an employer stands with the market (P15). The names are stored. */
public enum EmployerState {
    /** Registered, not yet verified by staff. */
    REGISTERED,
    /** Verified; may post while the verification lasts. */
    ACTIVE,
    /** Stopped by staff; all posts are hidden. */
    SUSPENDED
}
