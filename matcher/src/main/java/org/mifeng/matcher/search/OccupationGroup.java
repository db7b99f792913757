package org.mifeng.matcher.search;

import java.util.regex.Pattern;
import org.mifeng.matcher.InvalidFieldException;
import org.mifeng.matcher.OccupationCode;

/**
 * A group of the classification of 2022 or one occupation: {@code 4}, {@code 4-02}, {@code 4-02-05} or {@code
 * 4-02-05-01}.
 *
 * @param prefix of the codes that belong to it
 */
public record OccupationGroup(String prefix) implements Comparable<OccupationGroup> {
    private static final Pattern SHAPE = Pattern.compile("[1-8](-\\d{2}){0,3}");

    /** @throws InvalidFieldException if it is not the beginning of a code, up to a hyphen or the end */
    public OccupationGroup {
        if (!SHAPE.matcher(prefix).matches()) {
            throw new InvalidFieldException("occupation", "must have the form d-dd-dd-dd or be its first parts");
        }
    }

    /** Whether the occupation belongs to it. */
    public boolean has(OccupationCode code) {
        return code.value().startsWith(prefix);
    }

    @Override
    public int compareTo(OccupationGroup other) {
        return prefix.compareTo(other.prefix);
    }
}
