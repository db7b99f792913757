/** Numbers inside the database and opaque ids outside of it. */
@NullMarked
package org.mifeng.api.numbering;

import org.jspecify.annotations.NullMarked;
