/** All rows of an installation in one file, and back. */
@NullMarked
package org.mifeng.api.backup;

import org.jspecify.annotations.NullMarked;
