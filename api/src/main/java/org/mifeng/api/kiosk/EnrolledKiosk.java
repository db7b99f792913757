package org.mifeng.api.kiosk;

import org.mifeng.matcher.Coordinates;

/**
 * A kiosk that the service knows.
 *
 * @param id the row's number
 * @param publicId as the kiosk names itself
 * @param name for people
 * @param place where it stands
 * @param publicKey X.509 encoding of its Ed25519 key
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record EnrolledKiosk(long id, String publicId, String name, Coordinates place, byte[] publicKey) {
    @Override
    public String toString() {
        return "EnrolledKiosk[" + id + "]";
    }
}
