/** What runs on each node: the follower of the outbox, what it says of itself, and its settings. */
@NullMarked
package org.mifeng.api.node;

import org.jspecify.annotations.NullMarked;
