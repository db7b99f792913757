package org.mifeng.indexdata.bulk;

/** Whether a seeker looks for work. The names are stored. */
public enum SeekerState {
    /** Looks for work and may be suggested to employers. */
    ACTIVE,
    /** Does not look for work now. */
    INACTIVE
}
