package org.mifeng.api.seeker;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.mifeng.api.privacy.LookupKey;
import org.mifeng.api.privacy.LookupPurpose;
import org.mifeng.indexdata.bulk.IdNumber;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.Seeker;

/** Recognises a person who has been here before. */
@Singleton
public class Seekers {
    private final SeekerRepository repository;
    private final LookupKey lookup;

    Seekers(SeekerRepository repository, LookupKey lookup) {
        this.repository = repository;
        this.lookup = lookup;
    }

    /**
     * What the person wants, if they once agreed that it be kept (P30). Stores nothing. A person who looks for no work
     * now but swipes the card does: their wish counts.
     *
     * @param number only hashed, with a key that is not in the database
     * @param otherwiseStart where the way to work begins if the person never said
     */
    @Transactional
    public Optional<Seeker.Wish> wishOf(IdNumber number, Coordinates otherwiseStart) {
        return repository
                .withIdNumber(lookup.of(LookupPurpose.ID_NUMBER, number.value()))
                .map(seeker -> seeker.wish(otherwiseStart));
    }
}
