@NullMarked
package org.mifeng.indexdata;

import org.jspecify.annotations.NullMarked;
