package org.mifeng.kiosk.session;

import java.time.Instant;
import java.util.Optional;

/**
 * One person in front of the kiosk, as far as the machine needs to know.
 *
 * @param id of this visit; answers to questions of another visit are thrown away
 * @param startedAt when it began
 * @param touchedAt the last touch, or when it began
 * @param withCard whether a card began it
 * @param maskedName such as 「张*」; blank without a card
 * @param cardExpired whether the card's last day has passed: its owner is told, and served
 * @param cardGoneAt when the card was taken; empty while it lies there or if there never was one
 * @param pageSize how many jobs fit on the screen, 1 to 4: fewer in larger letters
 * @param serviceSession what the service calls this session; empty before it answered and without a card
 */
public record Visit(
        long id,
        Instant startedAt,
        Instant touchedAt,
        boolean withCard,
        String maskedName,
        boolean cardExpired,
        Optional<Instant> cardGoneAt,
        int pageSize,
        Optional<String> serviceSession) {

    /** The most jobs on one screen. */
    public static final int MAX_PAGE_SIZE = 4;

    /** Checks the page size. */
    public Visit {
        if (pageSize < 1 || pageSize > MAX_PAGE_SIZE) {
            throw new IllegalArgumentException("a page has 1 to " + MAX_PAGE_SIZE + " jobs but not " + pageSize);
        }
    }

    static Visit begin(long id, Instant now, boolean withCard) {
        return new Visit(id, now, now, withCard, "", false, Optional.empty(), MAX_PAGE_SIZE, Optional.empty());
    }

    Visit touched(Instant now) {
        return new Visit(id, startedAt, now, withCard, maskedName, cardExpired, cardGoneAt, pageSize, serviceSession);
    }

    Visit ofHolder(String name, boolean expired) {
        return new Visit(id, startedAt, touchedAt, withCard, name, expired, cardGoneAt, pageSize, serviceSession);
    }

    Visit cardGone(Instant now) {
        return new Visit(
                id,
                startedAt,
                touchedAt,
                withCard,
                maskedName,
                cardExpired,
                Optional.of(now),
                pageSize,
                serviceSession);
    }

    Visit fitting(int jobs) {
        return new Visit(id, startedAt, touchedAt, withCard, maskedName, cardExpired, cardGoneAt, jobs, serviceSession);
    }

    Visit inServiceSession(String session) {
        return new Visit(
                id,
                startedAt,
                touchedAt,
                withCard,
                maskedName,
                cardExpired,
                cardGoneAt,
                pageSize,
                Optional.of(session));
    }

    /** Whether the person's card lies on the reader. */
    public boolean cardLies() {
        return withCard && cardGoneAt.isEmpty();
    }

    /** The last sign of life: a touch, or the hand that took the card. */
    Instant lastSignOfLife() {
        return cardGoneAt.filter(gone -> gone.isAfter(touchedAt)).orElse(touchedAt);
    }
}
