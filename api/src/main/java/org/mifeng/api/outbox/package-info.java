/** How a change is noted beside the row that changed, gets its place in commit order, and is set aside when it cannot be indexed. */
@NullMarked
package org.mifeng.api.outbox;

import org.jspecify.annotations.NullMarked;
