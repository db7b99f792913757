@NullMarked
package org.mifeng.api.outbox;

import org.jspecify.annotations.NullMarked;
