/**
 * Carries changes from the database to the index: rows by JDBC, the full build, and what follows the outbox.
 */
@NullMarked
package org.mifeng.api.indexing;

import org.jspecify.annotations.NullMarked;
