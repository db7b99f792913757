package org.mifeng.indexdata.bulk;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes a header and one record a row. */
final class CsvBulkWriter<R> extends BulkWriter<R> {
    private final BulkSchema<R> schema;
    private final CsvWriter csv;
    private final Row row;

    CsvBulkWriter(OutputStream out, BulkSchema<R> schema) throws IOException {
        this.schema = schema;
        // an encoder that reports what it cannot write, where the usual one would write '?'
        BufferedWriter writer =
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8.newEncoder()), 1 << 16);
        writer.write('\uFEFF');
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
        csv.writeRecord(schema.columns().stream().map(Column::name).toList());
        row = new Row(schema.columns().size());
    }

    @Override
    public void write(R value) throws IOException {
        row.place = 0;
        schema.write(value, row);
        try {
            csv.writeRecord(Arrays.asList(row.values));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    private static final class Row implements FieldSink {
        private final String[] values;
        private int place;

        Row(int columns) {
            values = new String[columns];
            Arrays.fill(values, "");
        }

        @Override
        public void text(String value) {
            values[place++] = value;
        }

        @Override
        public void integer(long value) {
            text(Long.toString(value));
        }

        @Override
        public void decimal(double value) {
            text(Double.toString(value));
        }

        @Override
        public void flag(boolean value) {
            text(Boolean.toString(value));
        }

        @Override
        public void list(List<String> items) {
            text(String.join("|", items));
        }

        @Override
        public void absent() {
            text("");
        }
    }
}
