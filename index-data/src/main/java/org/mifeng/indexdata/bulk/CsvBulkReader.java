package org.mifeng.indexdata.bulk;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.mifeng.matcher.InvalidFieldException;

/** Reads a header and one record a row. A row that breaks a rule spoils only itself; broken quoting ends the file. */
final class CsvBulkReader<R> extends BulkReader<R> {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final BulkSchema<R> schema;
    private final CsvReader<CsvRecord> csv;
    private final Iterator<CsvRecord> records;
    private final Fields fields;
    private int[] places = {};
    private boolean ended;
    private long line = 1;

    CsvBulkReader(InputStream in, BulkSchema<R> schema) throws IOException {
        this.schema = schema;
        csv = CsvReader.builder()
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(new InputStreamReader(withoutMark(in), StandardCharsets.UTF_8.newDecoder()));
        records = csv.iterator();
        fields = new Fields(schema.columns());
    }

    private static InputStream withoutMark(InputStream in) throws IOException {
        PushbackInputStream pushback = new PushbackInputStream(in, BYTE_ORDER_MARK.length);
        byte[] start = pushback.readNBytes(BYTE_ORDER_MARK.length);
        if (!Arrays.equals(start, BYTE_ORDER_MARK)) {
            pushback.unread(start);
        }
        return pushback;
    }

    @Override
    public Optional<BulkRow<R>> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        try {
            if (places.length == 0) {
                if (!records.hasNext()) {
                    return last("", "file must begin with a header");
                }
                places = header(records.next());
            }
            if (!records.hasNext()) {
                ended = true;
                return Optional.empty();
            }
            return Optional.of(row(records.next()));
        } catch (HeaderException e) {
            return last("", e.rule);
        } catch (CsvParseException e) {
            return broken(e);
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException) {
                return last("", "file must be UTF-8");
            }
            throw e.getCause();
        }
    }

    private Optional<BulkRow<R>> broken(CsvParseException e) throws IOException {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return last("", "file must be UTF-8");
            }
            if (cause instanceof IOException io) {
                throw io;
            }
        }
        return last("", "after this line the file must be CSV as in RFC 4180");
    }

    private Optional<BulkRow<R>> last(String field, String rule) {
        ended = true;
        return Optional.of(new BulkRow.Bad<>(line, field, rule));
    }

    private int[] header(CsvRecord header) {
        List<String> names = header.getFields();
        int[] found = new int[names.size()];
        boolean[] seen = new boolean[schema.columns().size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = fields.place(names.get(i));
            if (found[i] < 0) {
                // not repeated: without a header this is the first person's name or number
                throw new HeaderException("column " + (i + 1) + " of the header must be a known field");
            }
            if (seen[found[i]]) {
                throw new HeaderException("column " + (i + 1) + " of the header must stand once");
            }
            seen[found[i]] = true;
        }
        for (int place = 0; place < seen.length; place++) {
            if (!seen[place] && fields.column(place).required()) {
                throw new HeaderException(
                        "header must have " + fields.column(place).name());
            }
        }
        return found;
    }

    private BulkRow<R> row(CsvRecord csvRecord) {
        line = csvRecord.getStartingLineNumber();
        if (csvRecord.getFieldCount() != places.length) {
            return new BulkRow.Bad<>(line, "", "line must have " + places.length + " fields");
        }
        fields.clear();
        for (int i = 0; i < places.length; i++) {
            put(places[i], csvRecord.getField(i));
        }
        try {
            return new BulkRow.Good<>(line, schema.read(fields));
        } catch (InvalidFieldException e) {
            return new BulkRow.Bad<>(line, e.field(), e.rule());
        }
    }

    private void put(int place, String value) {
        Column column = fields.column(place);
        if (value.isEmpty() && !(column.required() && column.kind() == Column.Kind.TEXT)) {
            return;
        }
        if (column.kind() == Column.Kind.LIST) {
            fields.put(place, List.of(value.split("\\|", -1)));
        } else {
            fields.put(place, value);
        }
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }

    /** A header that no row can be read with. */
    private static final class HeaderException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String rule;

        HeaderException(String rule) {
            super(rule);
            this.rule = rule;
        }
    }
}
