/** The product's own process, killed in the middle of its work and started again, and what must hold then. */
@NullMarked
package org.mifeng.api.crash;

import org.jspecify.annotations.NullMarked;
