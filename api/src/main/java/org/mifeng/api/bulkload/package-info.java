/** Fills empty tables as fast as the server takes rows: {@code LOAD DATA LOCAL}, fed from memory. */
@NullMarked
package org.mifeng.api.bulkload;

import org.jspecify.annotations.NullMarked;
