/** Errors as RFC 9457 problem details: one list of stable codes, one place that turns failures into answers. */
@NullMarked
package org.mifeng.api.problem;

import org.jspecify.annotations.NullMarked;
