/** Who gets in when more ask than can be served: bounded queues by kind of route, kiosks first, and a rate per address. */
@NullMarked
package org.mifeng.api.admission;

import org.jspecify.annotations.NullMarked;
