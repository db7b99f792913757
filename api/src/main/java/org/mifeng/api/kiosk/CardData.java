package org.mifeng.api.kiosk;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mifeng.api.problem.FieldErrors;
import org.mifeng.api.problem.InvalidInputException;
import org.mifeng.indexdata.bulk.IdNumber;
import org.mifeng.matcher.InvalidFieldException;

/**
 * What a kiosk read from a card and needs to send: never a name, never an address.
 *
 * @param kind of card
 * @param number GB 11643-1999, 18 characters
 * @param birthDate as the card says it
 * @param validUntil left out for 长期
 */
@Schema(name = "CardData")
public record CardData(
        @Schema(required = true) @Nullable Kind kind,
        @Schema(required = true) @Nullable String number,
        @Schema(required = true) @Nullable LocalDate birthDate,
        @Nullable LocalDate validUntil) {
    /** Kinds of cards that carry a citizen's number. */
    @Schema(name = "CardKind")
    public enum Kind {
        /** 居民身份证. */
        RESIDENT,
        /** 港澳台居民居住证. */
        HMT
    }

    /** A card whose number is well formed. */
    record Checked(IdNumber number, LocalDate birthDate) {
        @Override
        public String toString() {
            return "Checked";
        }
    }

    /**
     * Checks the card's data; never repeats it.
     *
     * @throws InvalidInputException naming the fields that are wrong
     */
    Checked check() {
        FieldErrors errors = new FieldErrors();
        errors.required(kind, "card.kind", "required", "必填");
        Optional<IdNumber> id =
                errors.required(number, "card.number", "GB 11643-1999", "必填").flatMap(text -> idNumber(text, errors));
        Optional<LocalDate> birth = errors.required(birthDate, "card.birthDate", "required", "必填");
        id.ifPresent(known -> birth.ifPresent(date ->
                errors.check(known.birthDate().equals(date), "card.birthDate", "GB 11643-1999", "和证件号码里的出生日期不一致")));
        errors.throwIfAny();
        return new Checked(id.orElseThrow(), birth.orElseThrow());
    }

    private static Optional<IdNumber> idNumber(String text, FieldErrors errors) {
        try {
            return Optional.of(new IdNumber(text.toUpperCase(Locale.ROOT)));
        } catch (InvalidFieldException e) {
            errors.add("card.number", "GB 11643-1999", "证件号码不正确，请重新刷卡");
            return Optional.empty();
        }
    }

    /** Says nothing of the person. */
    @Override
    public String toString() {
        return "CardData";
    }
}
