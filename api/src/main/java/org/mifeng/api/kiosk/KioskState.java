package org.mifeng.api.kiosk;

/** Whether a kiosk may speak to the service. The names are stored. */
public enum KioskState {
    /** Enrolled. */
    ACTIVE,
    /** Taken out of service; every request of it is refused at once. */
    REVOKED
}
