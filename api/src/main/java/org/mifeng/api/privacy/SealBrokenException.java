package org.mifeng.api.privacy;

/** A sealed value was altered, moved to another place, or sealed with a key we do not have. Says where, never what. */
public final class SealBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SealBrokenException(SealedPlace place, String reason) {
        super("the sealed value at " + place.associatedData() + " is refused: " + reason);
    }

    SealBrokenException(SealedPlace place, String reason, Throwable cause) {
        super("the sealed value at " + place.associatedData() + " is refused: " + reason, cause);
    }
}
