package org.mifeng.api.search;

import java.util.List;
import org.mifeng.indexdata.query.Chip;

/**
 * One thing that the words were understood to ask for.
 *
 * @param key to switch it off with, as {@code off}
 * @param kind TRADE, PLACE, NEAR, PAY, SETTLEMENT, TIME, CERTIFICATE, BENEFIT, URGENT or WORD
 * @param label for the page
 * @param from where it begins in {@code q}, in UTF-16 units
 * @param to where it ends, exclusive
 * @param recognition how it was understood; if not EXACT, the page should say so
 * @param negated whether it is not wanted
 */
public record ChipView(
        String key, String kind, String label, int from, int to, Chip.Recognition recognition, boolean negated) {
    static List<ChipView> of(List<Chip> chips) {
        return chips.stream()
                .map(chip -> new ChipView(
                        chip.mark().key(),
                        kind(chip),
                        chip.mark().label(),
                        chip.mark().span().from(),
                        chip.mark().span().to(),
                        chip.mark().recognition(),
                        chip.mark().negated()))
                .toList();
    }

    private static String kind(Chip chip) {
        return switch (chip) {
            case Chip.Trade any -> "TRADE";
            case Chip.Place any -> "PLACE";
            case Chip.Near any -> "NEAR";
            case Chip.Pay any -> "PAY";
            case Chip.Paid any -> "SETTLEMENT";
            case Chip.Slot any -> "TIME";
            case Chip.Held any -> "CERTIFICATE";
            case Chip.Demanded any -> "CERTIFICATE";
            case Chip.Given any -> "BENEFIT";
            case Chip.Urgent any -> "URGENT";
            case Chip.Word any -> "WORD";
        };
    }
}
