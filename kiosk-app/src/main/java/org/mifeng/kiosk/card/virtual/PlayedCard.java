package org.mifeng.kiosk.card.virtual;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mifeng.kiosk.card.IdNumber;

/** A {@link SyntheticPerson} as one line of JSON, between {@code ./card} and whoever plays the card. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlayedCard(
        CardKind kind, String number, String name, @Nullable String validUntil, CardFault fault) {
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    @SuppressWarnings("NullAway") // Jackson passes null for absent properties
    PlayedCard {
        if (kind == null || number == null || name == null || fault == null) {
            throw new IllegalArgumentException("a card has a kind, a number, a name and a fault");
        }
    }

    static PlayedCard of(SyntheticPerson person) {
        return new PlayedCard(
                person.kind(),
                person.number().digits(),
                person.name(),
                person.validUntil().map(LocalDate::toString).orElse(null),
                person.fault());
    }

    static PlayedCard read(String json) throws JsonProcessingException {
        return JSON.readValue(json, PlayedCard.class);
    }

    String write() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a card is always JSON", e);
        }
    }

    SyntheticPerson person() {
        return new SyntheticPerson(
                kind, IdNumber.of(number), name, Optional.ofNullable(validUntil).map(LocalDate::parse), fault);
    }
}
