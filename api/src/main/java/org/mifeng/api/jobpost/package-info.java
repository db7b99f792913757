/** A job post: posting, showing, closing. */
@NullMarked
package org.mifeng.api.jobpost;

import org.jspecify.annotations.NullMarked;
