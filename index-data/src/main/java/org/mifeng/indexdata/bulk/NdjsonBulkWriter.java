package org.mifeng.indexdata.bulk;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes one JSON object a line. Absent fields and empty lists are left out. */
final class NdjsonBulkWriter<R> extends BulkWriter<R> {
    private static final JsonFactory JSON = new JsonFactory();

    private final BulkSchema<R> schema;
    private final JsonGenerator json;
    private final Row row;

    NdjsonBulkWriter(OutputStream out, BulkSchema<R> schema) throws IOException {
        this.schema = schema;
        json = JSON.createGenerator(out, JsonEncoding.UTF8);
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
        row = new Row(json, schema.columns());
    }

    @Override
    public void write(R value) throws IOException {
        json.writeStartObject();
        row.place = 0;
        schema.write(value, row);
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        json.writeRaw('\n');
        json.close();
    }

    private static final class Row implements FieldSink {
        private final JsonGenerator json;
        private final SerializedString[] names;
        private int place;

        Row(JsonGenerator json, List<Column> columns) {
            this.json = json;
            names = columns.stream()
                    .map(column -> new SerializedString(column.name()))
                    .toArray(SerializedString[]::new);
        }

        private void name() throws IOException {
            json.writeFieldName(names[place++]);
        }

        @Override
        public void text(String value) throws IOException {
            name();
            json.writeString(value);
        }

        @Override
        public void integer(long value) throws IOException {
            name();
            json.writeNumber(value);
        }

        @Override
        public void decimal(double value) throws IOException {
            name();
            json.writeNumber(value);
        }

        @Override
        public void flag(boolean value) throws IOException {
            name();
            json.writeBoolean(value);
        }

        @Override
        public void list(List<String> values) throws IOException {
            if (values.isEmpty()) {
                place++;
                return;
            }
            name();
            json.writeStartArray();
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        }

        @Override
        public void absent() {
            place++;
        }
    }
}
