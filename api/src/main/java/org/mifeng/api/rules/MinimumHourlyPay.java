package org.mifeng.api.rules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The lawful minimum of pay by the hour (P18), by place and day, from the reference file {@code minimum-hourly-pay.csv}. */
public final class MinimumHourlyPay {
    private static final String FILE = "/rules/minimum-hourly-pay.csv";
    private static final String HEADER = "division,from,fen_per_hour";

    private final List<Row> rows;

    private MinimumHourlyPay(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param division the leading digits of the division codes it holds for, 2 to 9 digits
     * @param from the first day
     * @param fenPerHour 1 to 100,000
     */
    private record Row(String division, LocalDate from, int fenPerHour) {
        Row {
            if (!division.matches("\\d{2,9}") || fenPerHour < 1 || fenPerHour > 100_000) {
                throw new IllegalArgumentException("minimum pay of " + division + " from " + from + " is out of range");
            }
        }
    }

    /** The table that comes with the product. */
    public static MinimumHourlyPay load() {
        try (InputStream in = MinimumHourlyPay.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the product lacks " + FILE);
            }
            return parse(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    /**
     * Reads a table.
     *
     * @param lines with a header; lines that begin with # are comments
     * @throws IllegalArgumentException if a line cannot be read, naming it
     */
    static MinimumHourlyPay parse(List<String> lines) {
        List<Row> rows = new ArrayList<>();
        boolean headerSeen = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!headerSeen) {
                if (!line.equals(HEADER)) {
                    throw new IllegalArgumentException("line " + (i + 1) + " must be " + HEADER);
                }
                headerSeen = true;
                continue;
            }
            List<String> cells = List.of(line.split(",", -1));
            try {
                rows.add(new Row(cells.get(0), LocalDate.parse(cells.get(1)), Integer.parseInt(cells.get(2))));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("line " + (i + 1) + " is no row of minimum pay: " + line, e);
            }
        }
        return new MinimumHourlyPay(rows);
    }

    /**
     * The minimum at a place on a day.
     *
     * @param divisionCode of a town, 9 digits, or any shorter division
     * @return fen per hour; empty if the table knows none
     */
    public Optional<Integer> at(String divisionCode, LocalDate day) {
        return rows.stream()
                .filter(row ->
                        divisionCode.startsWith(row.division()) && !row.from().isAfter(day))
                .max(Comparator.comparingInt((Row row) -> row.division().length())
                        .thenComparing(Row::from))
                .map(Row::fenPerHour);
    }
}
