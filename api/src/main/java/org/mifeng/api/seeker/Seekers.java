package org.mifeng.api.seeker;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.hibernate.exception.GenericJDBCException;
import org.mifeng.api.indexing.SeekerRelations;
import org.mifeng.api.live.DatabaseWatch;
import org.mifeng.api.privacy.LookupKey;
import org.mifeng.api.privacy.LookupPurpose;
import org.mifeng.indexdata.bulk.IdNumber;
import org.mifeng.matcher.Background;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.Seeker;

/** Recognises a person who has been here before. */
@Singleton
public class Seekers {
    private final SeekerRepository repository;
    private final DataSource database;
    private final LookupKey lookup;
    private final KnownSeekers inMemory;
    private final DatabaseWatch watch;

    Seekers(
            SeekerRepository repository,
            DataSource database,
            LookupKey lookup,
            KnownSeekers inMemory,
            DatabaseWatch watch) {
        this.repository = repository;
        this.database = database;
        this.lookup = lookup;
        this.inMemory = inMemory;
        this.watch = watch;
    }

    /**
     * A person who was here before.
     *
     * @param id the row's number
     * @param wish what the person wants
     * @param background what is known beside the wish
     */
    public record Known(long id, Seeker.Wish wish, Background background) {
        /** Says nothing of the person. */
        @Override
        public String toString() {
            return "Known";
        }
    }

    /**
     * Who the person is to us, if they once agreed that it be kept (P30). Stores nothing. A person who looks for no work
     * now but swipes the card does: their wish counts. While the database is silent, memory answers as it last was.
     *
     * @param number only hashed, with a key that is not in the database
     * @param otherwiseStart where the way to work begins if the person never said
     */
    public Optional<Known> recognise(IdNumber number, Coordinates otherwiseStart) {
        byte[] hash = lookup.of(LookupPurpose.ID_NUMBER, number.value());
        return watch.ask(() -> inDatabase(hash, otherwiseStart)).orElseGet(() -> inMemory.find(hash, otherwiseStart));
    }

    /** Not private, so that calling it opens a transaction. */
    @Transactional
    Optional<Known> inDatabase(byte[] hash, Coordinates otherwiseStart) {
        return repository
                .withIdNumber(hash)
                .map(seeker -> new Known(
                        seeker.id(),
                        seeker.wish(otherwiseStart),
                        relations(seeker.id()).background(seeker.helpGroups())));
    }

    private SeekerRelations relations(long seeker) {
        try (Connection connection = database.getConnection()) {
            return SeekerRelations.of(connection, seeker);
        } catch (SQLException e) {
            throw new GenericJDBCException("cannot read what a seeker said", e);
        }
    }
}
