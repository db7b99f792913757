/** Compares what an index holds with the rows it was made from, and finds what differs. */
@NullMarked
package org.mifeng.api.reconcile;

import org.jspecify.annotations.NullMarked;
