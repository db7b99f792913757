package org.mifeng.api.employer;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.environment.MarketCalendar;
import org.mifeng.api.privacy.LookupKey;
import org.mifeng.api.privacy.LookupPurpose;

/** Tells which employer speaks. */
@Singleton
public class Employers {
    private static final String SCHEME = "Bearer ";
    private static final int LONGEST_TOKEN = 200;

    private final EmployerRepository repository;
    private final LookupKey lookup;
    private final MarketCalendar calendar;

    Employers(EmployerRepository repository, LookupKey lookup, MarketCalendar calendar) {
        this.repository = repository;
        this.lookup = lookup;
        this.calendar = calendar;
    }

    /** Who a request comes from. */
    public sealed interface Caller {
        /**
         * An employer who may post.
         *
         * @param id the row's number
         */
        record MayPost(long id) implements Caller {}

        /**
         * An employer who may not post now: not verified, no longer verified, or suspended (P15).
         *
         * @param id the row's number
         */
        record MayNotPost(long id) implements Caller {}

        /** No token, or nobody's. */
        record Unknown() implements Caller {}
    }

    /**
     * Who speaks, by the bearer token (RFC 6750). The token itself is stored nowhere, only its keyed hash.
     *
     * @param authorization the {@code Authorization} header, if there was one
     */
    @Transactional
    public Caller callerOf(@Nullable String authorization) {
        if (authorization == null
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                || authorization.length() > LONGEST_TOKEN) {
            return new Caller.Unknown();
        }
        String token = authorization.substring(SCHEME.length()).strip();
        return repository
                .withToken(lookup.of(LookupPurpose.EMPLOYER_TOKEN, token))
                .<Caller>map(employer -> employer.mayPost(calendar.now())
                        ? new Caller.MayPost(employer.id())
                        : new Caller.MayNotPost(employer.id()))
                .orElseGet(Caller.Unknown::new);
    }
}
