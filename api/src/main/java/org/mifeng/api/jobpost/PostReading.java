package org.mifeng.api.jobpost;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.mifeng.indexdata.reference.Certificates;
import org.mifeng.indexdata.reference.Occupations;
import org.mifeng.indexdata.title.TitleReading;
import org.mifeng.indexdata.title.TradeGuess;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.PayUnit;
import org.mifeng.matcher.Settlement;

/**
 * What a post that is being written seems to say: suggestions for its fields, for a person to confirm. What it does not
 * say is left out.
 *
 * @param title cleaned: without pay, benefits, urgency, places, contacts
 * @param occupations the trades it may be about, the most likely first, at most five
 * @param pay the first pay it states
 * @param settlement when pay is handed over
 * @param benefits beside pay
 * @param openings how many are wanted
 * @param certificates keys of certificates that it names
 * @param urgent whether it says that people are wanted at once
 */
public record PostReading(
        String title,
        List<SuggestedOccupation> occupations,
        @Nullable ReadPay pay,
        @Nullable Settlement settlement,
        Set<Benefit> benefits,
        @Nullable Integer openings,
        List<String> certificates,
        boolean urgent) {

    /**
     * An occupation that the post may be about.
     *
     * @param code of the 2022 classification
     * @param name everyday name
     * @param officialName name of the classification
     * @param confidence 0 to 1, both excluded: about this share of such guesses is right
     */
    @Schema(name = "SuggestedOccupation")
    public record SuggestedOccupation(String code, String name, String officialName, double confidence) {}

    /**
     * Pay as the text states it.
     *
     * @param leastFen lower end, fen per unit
     * @param mostFen upper end, fen per unit; the same if only one amount is stated
     * @param unit per what; guessed from the amount if the text names none
     */
    @Schema(name = "ReadPay")
    public record ReadPay(int leastFen, int mostFen, PayUnit unit) {}

    static PostReading of(TitleReading reading) {
        return new PostReading(
                reading.title(),
                reading.trades().stream().map(PostReading::suggested).toList(),
                reading.pay()
                        .map(pay -> new ReadPay(pay.leastFen(), pay.mostFen(), pay.unit()))
                        .orElse(null),
                reading.settlement().orElse(null),
                reading.benefits(),
                reading.openings().isPresent() ? reading.openings().getAsInt() : null,
                Certificates.keys(reading.certificates()),
                reading.urgent());
    }

    private static SuggestedOccupation suggested(TradeGuess guess) {
        return Occupations.find(guess.code())
                .map(known -> new SuggestedOccupation(
                        guess.code().value(), known.everydayName(), known.name(), rounded(guess.confidence())))
                .orElseThrow();
    }

    private static double rounded(double confidence) {
        return Math.clamp(Math.round(confidence * 1_000) / 1_000.0, 0.001, 0.999);
    }
}
