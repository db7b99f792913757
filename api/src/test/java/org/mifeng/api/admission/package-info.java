@NullMarked
package org.mifeng.api.admission;

import org.jspecify.annotations.NullMarked;
