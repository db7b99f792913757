@NullMarked
package org.mifeng.api.matching;

import org.jspecify.annotations.NullMarked;
