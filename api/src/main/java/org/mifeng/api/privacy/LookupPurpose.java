package org.mifeng.api.privacy;

/**
 * What a value is looked up as. The purpose is part of what is hashed, so that equal values under different purposes
 * have unrelated hashes. The names are stored, in effect: never rename one.
 */
public enum LookupPurpose {
    /** A person's ID number, 18 characters, {@code X} in upper case. */
    ID_NUMBER,
    /** An employer's unified social credit code, 18 characters, upper case. */
    CREDIT_CODE,
    /** A bearer token an employer signs in with. */
    EMPLOYER_TOKEN,
    /** A single-use code that enrols a kiosk. */
    ENROLMENT_CODE,
    /** The place in a list that a client pages on from; makes the cursor tamper-evident. */
    LIST_CURSOR,
    /** A posting's Idempotency-Key, and what was posted under it. */
    POSTING_REQUEST,
    /** A seeker and a day: shuffles that seeker's near-equal jobs on that day, and tells nobody who it is. */
    SPREAD_SEED,
    /** No value of anybody: tells whether the key is the one a database was filled with. */
    KEY_CHECK
}
