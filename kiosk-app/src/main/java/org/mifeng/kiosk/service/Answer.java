package org.mifeng.kiosk.service;

/** How asking the service went. */
public sealed interface Answer<T> {
    /** It answered. */
    record Given<T>(T value) implements Answer<T> {}

    /**
     * It could not be reached, or is out of order; trying again later may help.
     *
     * @param what for the log; nothing personal
     */
    record Unreachable<T>(String what) implements Answer<T> {}

    /**
     * It understood and said no.
     *
     * @param status the HTTP status
     * @param code the problem's stable code; blank if it had none
     */
    record Refused<T>(int status, String code) implements Answer<T> {}
}
