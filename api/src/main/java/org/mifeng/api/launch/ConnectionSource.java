package org.mifeng.api.launch;

import java.sql.Connection;
import java.sql.SQLException;

/** Where connections to the database come from: an address, or the service's pool. */
@FunctionalInterface
public interface ConnectionSource {
    /** A connection in auto-commit mode; the caller closes it. */
    Connection connect() throws SQLException;
}
