/** Who looks for work: recognised by a keyed hash, never by a stored ID number. */
@NullMarked
package org.mifeng.api.seeker;

import org.jspecify.annotations.NullMarked;
