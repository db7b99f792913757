@NullMarked
package org.mifeng.api.search;

import org.jspecify.annotations.NullMarked;
