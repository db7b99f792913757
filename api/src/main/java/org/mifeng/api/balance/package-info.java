/** One address in front of several nodes, for trying them on one machine. */
@NullMarked
package org.mifeng.api.balance;

import org.jspecify.annotations.NullMarked;
