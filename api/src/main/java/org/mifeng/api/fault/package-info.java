/** Places where tests and drills let the process die. */
@NullMarked
package org.mifeng.api.fault;

import org.jspecify.annotations.NullMarked;
