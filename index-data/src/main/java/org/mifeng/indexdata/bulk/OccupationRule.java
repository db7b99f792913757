package org.mifeng.indexdata.bulk;

import java.util.Optional;
import org.mifeng.matcher.InvalidFieldException;
import org.mifeng.matcher.OccupationCode;

/** Decides about the occupation of a post that is read from a file. */
@FunctionalInterface
public interface OccupationRule {
    /** The file must say it. */
    OccupationRule GIVEN =
            (given, title, body) -> given.orElseThrow(() -> new InvalidFieldException("occupation", "must be given"));

    /**
     * The post's occupation.
     *
     * @param given what the file says
     * @param title of the post
     * @param body of the post
     * @throws InvalidFieldException if there is none
     */
    OccupationCode decide(Optional<OccupationCode> given, String title, String body);
}
