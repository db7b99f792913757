/** Who posts jobs. */
@NullMarked
package org.mifeng.api.employer;

import org.jspecify.annotations.NullMarked;
