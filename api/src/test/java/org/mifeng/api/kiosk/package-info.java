@NullMarked
package org.mifeng.api.kiosk;

import org.jspecify.annotations.NullMarked;
