/** Erasing what is kept of a person (P33), so that no backup brings it back. */
@NullMarked
package org.mifeng.api.erasure;

import org.jspecify.annotations.NullMarked;
