package org.mifeng.api.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.mifeng.api.privacy.LookupKey;
import org.mifeng.matcher.Background;
import org.mifeng.matcher.Coordinates;
import org.mifeng.matcher.MatchRequest;
import org.mifeng.matcher.Relaxation;
import org.mifeng.matcher.Seeker;
import org.mifeng.matcher.Settlement;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.TravelMode;

class ListCursorTest {
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final LookupKey KEY = new LookupKey(new byte[32]);
    private static final ListCursor CURSOR = new ListCursor(
            NOW,
            new MatchRequest.Cursor(
                    LongStream.rangeClosed(1, 10)
                            .mapToObj(id -> new MatchRequest.Shown(id, 7 * id))
                            .toList(),
                    Optional.of(new MatchRequest.Place(0.62512345, 412_345)),
                    false),
            Set.of(Relaxation.DISTANCE));

    private static JobQuestion question(int metres, Set<Settlement> settlements) {
        return question("", metres, settlements);
    }

    private static JobQuestion question(String words, int metres, Set<Settlement> settlements) {
        return new JobQuestion(
                new Seeker.Wish(
                        List.of(),
                        words,
                        new Coordinates(35.41, 116.58),
                        TravelMode.WALK,
                        metres,
                        TimeSlots.ALWAYS,
                        settlements,
                        0,
                        false,
                        0),
                Background.NONE,
                Optional.of(40),
                Optional.empty(),
                OptionalLong.of(7));
    }

    @Test
    void comesBackAsItWentOut() {
        JobQuestion question = question(5_000, Set.of(Settlement.DAILY, Settlement.WEEKLY));
        String text = CURSOR.seal(question, "g-1", KEY);
        JobQuestion same = question(5_000, Set.of(Settlement.WEEKLY, Settlement.DAILY));
        assertThat(ListCursor.open(text, same, "g-1", KEY, NOW.plusSeconds(60))).contains(CURSOR);
    }

    @Test
    void keepsWhetherWeakMeaningsAreFoundAndWishesGivenUpApart() {
        JobQuestion question = question("小时工", 5_000, Set.of());
        for (Set<Relaxation> relaxed : List.<Set<Relaxation>>of(Set.of(), Set.of(Relaxation.values()))) {
            ListCursor weak = new ListCursor(NOW, CURSOR.after().withWeakMeanings(), relaxed);
            assertThat(ListCursor.open(weak.seal(question, "g-1", KEY), question, "g-1", KEY, NOW))
                    .contains(weak);
        }
    }

    @Test
    void anOlderOneThatDoesNotSayWhetherWeakMeaningsAreFoundGoesOnWithout() {
        String older = "AAABof0ejAABAQAAAAAAAAAABwAAAAAAAAAxaY_yPDlmLgDviyTjvfcgQA";
        MatchRequest.Cursor shownOne =
                new MatchRequest.Cursor(List.of(new MatchRequest.Shown(7, 49)), Optional.empty(), false);
        assertThat(ListCursor.open(older, question("小时工", 5_000, Set.of()), "g-1", KEY, NOW))
                .contains(new ListCursor(NOW, shownOne, Set.of(Relaxation.DISTANCE)));
    }

    @Test
    void isRefusedForAnotherQuestionAnotherKeyOrAfterHalfAnHour() {
        JobQuestion question = question(5_000, Set.of());
        String text = CURSOR.seal(question, "g-1", KEY);
        assertThat(ListCursor.open(text, question(5_001, Set.of()), "g-1", KEY, NOW))
                .isEmpty();
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(ListCursor.open(text, question, "g-1", new LookupKey(other), NOW))
                .isEmpty();
        assertThat(ListCursor.open(
                        text,
                        question,
                        "g-1",
                        KEY,
                        NOW.plus(ListCursor.LONGEST_LIFE).plusMillis(1)))
                .isEmpty();
    }

    @Test
    void aListThatWordsOrderEndsWithItsGenerationAndOthersGoOn() {
        JobQuestion plain = question("", 5_000, Set.of());
        assertThat(ListCursor.open(CURSOR.seal(plain, "g-1", KEY), plain, "g-2", KEY, NOW))
                .contains(CURSOR);
        JobQuestion withWords = question("装卸", 5_000, Set.of());
        String text = CURSOR.seal(withWords, "g-1", KEY);
        assertThat(ListCursor.open(text, withWords, "g-1", KEY, NOW)).contains(CURSOR);
        assertThat(ListCursor.open(text, withWords, "g-2", KEY, NOW)).isEmpty();
    }

    @Test
    void noCharacterOfItCanBeChanged() {
        JobQuestion question = question(5_000, Set.of());
        String text = CURSOR.seal(question, "g-1", KEY);
        for (int i = 0; i < text.length() - 1; i++) {
            char changed = text.charAt(i) == 'A' ? 'B' : 'A';
            String altered = text.substring(0, i) + changed + text.substring(i + 1);
            assertThat(ListCursor.open(altered, question, "g-1", KEY, NOW))
                    .as("character %d", i)
                    .isEmpty();
        }
        assertThat(ListCursor.open("", question, "g-1", KEY, NOW)).isEmpty();
        assertThat(ListCursor.open("!", question, "g-1", KEY, NOW)).isEmpty();
        assertThat(ListCursor.open(text + "AAAA", question, "g-1", KEY, NOW)).isEmpty();
    }
}
