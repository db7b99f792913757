package org.mifeng.indexdata.reference;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;

/** One of the tables beside this class. A broken one is a broken build, never the user's fault: it throws. */
final class ReferenceTable {
    private final String name;

    ReferenceTable(String name) {
        this.name = name;
    }

    <T> List<T> rows(Function<Row, T> reader) {
        try (InputStream in = ReferenceTable.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("table " + name + " is missing");
            }
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in)) {
                return csv.stream().map(csvRecord -> row(csvRecord, reader)).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("table " + name + " cannot be read", e);
        }
    }

    private <T> T row(NamedCsvRecord csvRecord, Function<Row, T> reader) {
        try {
            return reader.apply(new Row(csvRecord));
        } catch (RuntimeException e) {
            throw new IllegalStateException(
                    "table " + name + " is wrong in line " + csvRecord.getStartingLineNumber(), e);
        }
    }

    /**
     * A row, by the names of the columns.
     *
     * @param csvRecord the fields
     */
    record Row(NamedCsvRecord csvRecord) {
        String text(String column) {
            return csvRecord.getField(column);
        }

        int integer(String column) {
            return Integer.parseInt(text(column));
        }

        double decimal(String column) {
            return Double.parseDouble(text(column));
        }

        /** The parts between {@code |}. */
        List<String> list(String column) {
            String text = text(column);
            return text.isEmpty() ? List.of() : List.of(text.split("\\|"));
        }
    }
}
