package org.mifeng.api.operations;

import java.io.PrintStream;
import java.security.SecureRandom;
import org.mifeng.api.launch.DataDirectory;
import org.mifeng.api.launch.DatabaseAddress;
import org.mifeng.api.launch.Installation;
import org.mifeng.api.launch.Migrations;
import org.mifeng.api.privacy.Keys;

/** A data directory's database, brought up to date, and its keys. */
final class OpenMarket implements AutoCloseable {
    private final OpenDatabase opened;
    private final Keys keys;

    private OpenMarket(OpenDatabase opened, Keys keys) {
        this.opened = opened;
        this.keys = keys;
    }

    static OpenMarket open(DataDirectory data, PrintStream out) {
        OpenDatabase opened = OpenDatabase.shared(data, out);
        try {
            Migrations.apply(opened.address());
            Keys keys = new Installation(opened.address()).keys(data.keys(), System.getenv(), new SecureRandom());
            return new OpenMarket(opened, keys);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    DatabaseAddress database() {
        return opened.address();
    }

    Keys keys() {
        return keys;
    }

    @Override
    public void close() {
        opened.close();
    }
}
