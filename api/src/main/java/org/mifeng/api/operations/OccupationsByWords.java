package org.mifeng.api.operations;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mifeng.indexdata.bulk.OccupationRule;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.indexdata.title.PostReader;
import org.mifeng.indexdata.title.TitleNormaliser;
import org.mifeng.matcher.InvalidFieldException;
import org.mifeng.matcher.OccupationCode;

/**
 * Gives imported posts that say no occupation the one that their words name, if they do so surely enough; counts them.
 * For one thread.
 */
final class OccupationsByWords implements OccupationRule {
    /** Of guesses so sure, nine of ten are right; see docs/design/titles.md. */
    private static final double SURE = 0.6;

    private final boolean replaceUnknown;
    private @Nullable PostReader reader;
    private long read;

    /** @param replaceUnknown whether a code that our table does not know counts as none */
    OccupationsByWords(boolean replaceUnknown) {
        this.replaceUnknown = replaceUnknown;
    }

    /** How many posts got the occupation of their words. */
    long read() {
        return read;
    }

    @Override
    public OccupationCode decide(Optional<OccupationCode> given, String title, String body) {
        if (given.isPresent()
                && (!replaceUnknown || Occupations.find(given.get()).isPresent())) {
            return given.get();
        }
        OccupationCode code = reader().read(title, body).trades().stream()
                .findFirst()
                .filter(guess -> guess.confidence() >= SURE)
                .orElseThrow(() -> new InvalidFieldException(
                        "occupation", "must be given: title and body name no occupation surely enough"))
                .code();
        read++;
        return code;
    }

    /** Made at the first post that needs it. */
    private PostReader reader() {
        PostReader made = reader;
        if (made == null) {
            made = new PostReader(TitleNormaliser.ofReferenceTables());
            reader = made;
        }
        return made;
    }
}
