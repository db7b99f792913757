package org.mifeng.indexdata.query;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.mifeng.indexdata.reference.Certificates;
import org.mifeng.matcher.Benefit;
import org.mifeng.matcher.TimeSlots;
import org.mifeng.matcher.TimeSlots.DayPart;

/**
 * A query with what people mean by it, as the README beside the tables says.
 *
 * @param query as typed
 * @param code the trade
 * @param style how it is typed
 * @param chips what else it asks for
 */
record LabelledQuery(String query, String code, String style, Set<String> chips) {
    static List<LabelledQuery> all(String half) {
        try (InputStream in = Objects.requireNonNull(
                        LabelledQuery.class.getResourceAsStream("queries-" + half + ".csv"), half);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in)) {
            return csv.stream()
                    .map(row -> new LabelledQuery(
                            row.getField("query"),
                            row.getField("code"),
                            row.getField("style"),
                            words(row.getField("chips"))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> words(String chips) {
        return chips.isEmpty() ? Set.of() : Set.of(chips.split(" "));
    }

    /** Where the trade stands among what was read, 1 for the first; 0 if it is not there. */
    int rank(QueryReading reading) {
        List<String> codes = reading.wanted(Chip.Trade.class)
                .flatMap(trade -> trade.occupations().stream())
                .map(occupation -> occupation.code().value())
                .distinct()
                .toList();
        return codes.indexOf(code) + 1;
    }

    /** Whether exactly the chips of the label were read. */
    boolean hasItsChips(QueryReading reading) {
        Set<String> read = new TreeSet<>();
        for (Chip chip : reading.chips()) {
            String words = words(chip);
            if (!words.isEmpty()) {
                read.add(chips.contains(words) ? words : shorter(words));
            }
        }
        return read.equals(new TreeSet<>(chips));
    }

    /** The label may leave out metres, and what trade or certificate is not wanted. */
    private String shorter(String words) {
        String kind = words.replaceAll(":.*", "");
        return chips.contains(kind) ? kind : words;
    }

    static String words(Chip chip) {
        String words = switch (chip) {
            case Chip.Trade trade ->
                trade.mark().negated()
                        ? "trade:" + trade.occupations().getFirst().code().value()
                        : "";
            case Chip.Place place -> "place:" + place.name();
            case Chip.Near near -> "near:" + near.metres();
            case Chip.Pay pay -> "pay:" + pay.leastFen() + "/" + pay.unit();
            case Chip.Paid paid -> "settlement:" + paid.settlement();
            case Chip.Slot slot -> "slot:" + slot(slot);
            case Chip.Held held -> "certificate:" + String.join("|", Certificates.keys(held.certificates()));
            case Chip.Demanded demanded ->
                (demanded.mark().negated() ? "certificate:" : "demanded:")
                        + String.join("|", Certificates.keys(demanded.certificates()));
            case Chip.Given given ->
                "benefit:"
                        + String.join(
                                "|",
                                given.benefits().stream()
                                        .sorted()
                                        .map(Benefit::name)
                                        .toList());
            case Chip.Urgent urgent -> "urgent";
            case Chip.Word word -> word.mark().negated() ? "word:" + word.text() : "";
        };
        return (chip.mark().negated() ? "-" : "") + words;
    }

    private static String slot(Chip.Slot slot) {
        if (slot.daysAhead().isPresent()) {
            return List.of("TODAY", "TOMORROW", "AFTER_TOMORROW")
                    .get(slot.daysAhead().getAsInt());
        }
        TimeSlots slots = slot.slots();
        if (slots.count() == 8) {
            return "WEEKEND";
        }
        StringBuilder parts = new StringBuilder();
        for (DayPart part : DayPart.values()) {
            if (slots.has(java.time.DayOfWeek.MONDAY, part)) {
                parts.append(parts.isEmpty() ? "" : "|").append(part);
            }
        }
        return parts.toString();
    }
}
