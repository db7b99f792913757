package org.mifeng.indexdata.bulk;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mifeng.matcher.InvalidFieldException;

/** Reads one JSON object a line. A line that is no such object spoils only itself. */
final class NdjsonBulkReader<R> extends BulkReader<R> {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String LINE = "line";

    private final BulkSchema<R> schema;
    private final LineBytes lines;
    private final Fields fields;

    NdjsonBulkReader(InputStream in, BulkSchema<R> schema) {
        this.schema = schema;
        lines = new LineBytes(in);
        fields = new Fields(schema.columns());
    }

    @Override
    public Optional<BulkRow<R>> next() throws IOException {
        while (lines.advance()) {
            if (lines.isTooLong()) {
                return Optional.of(bad("", "line must have at most " + LineBytes.LONGEST + " bytes"));
            }
            if (!lines.isBlank()) {
                return Optional.of(row());
            }
        }
        return Optional.empty();
    }

    private BulkRow<R> row() throws IOException {
        fields.clear();
        try (JsonParser parser = JSON.createParser(lines.bytes(), lines.from(), lines.length())) {
            fill(parser);
            return new BulkRow.Good<>(lines.number(), schema.read(fields));
        } catch (InvalidFieldException e) {
            // LINE stands for the line as a whole
            return LINE.equals(e.field()) ? bad("", LINE + " " + e.rule()) : bad(e.field(), e.rule());
        } catch (JacksonException e) {
            return bad("", "line must be one JSON object in UTF-8");
        }
    }

    private BulkRow<R> bad(String field, String rule) {
        return new BulkRow.Bad<>(lines.number(), field, rule);
    }

    private void fill(JsonParser parser) throws IOException {
        FieldRule.holds(parser.nextToken() == JsonToken.START_OBJECT, LINE, "must be one JSON object");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            int place = fields.place(parser.currentName());
            // an unknown name is not repeated: in a spoiled file it may be anything
            FieldRule.holds(place >= 0, LINE, "must have no unknown field");
            Column column = fields.column(place);
            JsonToken token = parser.nextToken();
            if (token != JsonToken.VALUE_NULL) {
                value(parser, token, place, column);
            }
        }
        FieldRule.holds(parser.nextToken() == null, LINE, "must be one JSON object");
    }

    private void value(JsonParser parser, JsonToken token, int place, Column column) throws IOException {
        switch (column.kind()) {
            case TEXT -> {
                FieldRule.holds(token == JsonToken.VALUE_STRING, column.name(), "must be a string");
                fields.put(place, parser.getText());
            }
            case INTEGER -> {
                FieldRule.holds(token == JsonToken.VALUE_NUMBER_INT, column.name(), "must be a whole number");
                fields.put(place, parser.getText());
            }
            case DECIMAL -> {
                FieldRule.holds(token.isNumeric(), column.name(), "must be a number");
                fields.put(place, parser.getText());
            }
            case FLAG -> {
                FieldRule.holds(token.isBoolean(), column.name(), "must be true or false");
                fields.put(place, parser.getText());
            }
            case LIST -> fields.put(place, list(parser, token, column));
        }
    }

    private static List<String> list(JsonParser parser, JsonToken token, Column column) throws IOException {
        FieldRule.holds(token == JsonToken.START_ARRAY, column.name(), "must be an array of strings");
        List<String> values = new ArrayList<>();
        for (JsonToken item = parser.nextToken(); item != JsonToken.END_ARRAY; item = parser.nextToken()) {
            FieldRule.holds(item == JsonToken.VALUE_STRING, column.name(), "must be an array of strings");
            values.add(parser.getText());
        }
        return values;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
