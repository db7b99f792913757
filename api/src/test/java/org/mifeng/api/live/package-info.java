@NullMarked
package org.mifeng.api.live;

import org.jspecify.annotations.NullMarked;
