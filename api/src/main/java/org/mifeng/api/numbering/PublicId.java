package org.mifeng.api.numbering;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.mifeng.matcher.InvalidFieldException;

/**
 * An opaque id as the outside sees it: 128 random bits as 22 characters of base64url. Nobody can guess one or count
 * with it.
 *
 * @param value 22 characters
 */
public record PublicId(String value) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{22}");

    /** @throws InvalidFieldException if the value has another shape */
    public PublicId {
        if (!isWellFormed(value)) {
            throw new InvalidFieldException("id", "must have 22 characters");
        }
    }

    /** Whether the text could be an id at all. */
    public static boolean isWellFormed(String value) {
        return SHAPE.matcher(value).matches();
    }

    /** A new one. */
    public static PublicId random(SecureRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return new PublicId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    @Override
    public String toString() {
        return value;
    }
}
