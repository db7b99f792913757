@NullMarked
package org.mifeng.api.indexing;

import org.jspecify.annotations.NullMarked;
