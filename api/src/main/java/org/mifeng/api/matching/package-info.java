/** The only place that wires the matching engine: requests in, job cards out, checked again at the exit. */
@NullMarked
package org.mifeng.api.matching;

import org.jspecify.annotations.NullMarked;
