package org.mifeng.indexdata.bulk;

import java.io.IOException;
import java.util.List;

/** Passes on some fields of one row and drops the others. */
final class SomeFieldsSink implements FieldSink {
    private final FieldSink sink;
    private final boolean[] kept;
    private int place;

    /** @param kept by place, whether the field is passed on */
    SomeFieldsSink(FieldSink sink, boolean[] kept) {
        this.sink = sink;
        this.kept = kept;
    }

    @Override
    public void text(String value) throws IOException {
        if (kept[place++]) {
            sink.text(value);
        }
    }

    @Override
    public void integer(long value) throws IOException {
        if (kept[place++]) {
            sink.integer(value);
        }
    }

    @Override
    public void decimal(double value) throws IOException {
        if (kept[place++]) {
            sink.decimal(value);
        }
    }

    @Override
    public void flag(boolean value) throws IOException {
        if (kept[place++]) {
            sink.flag(value);
        }
    }

    @Override
    public void list(List<String> values) throws IOException {
        if (kept[place++]) {
            sink.list(values);
        }
    }

    @Override
    public void absent() throws IOException {
        if (kept[place++]) {
            sink.absent();
        }
    }
}
