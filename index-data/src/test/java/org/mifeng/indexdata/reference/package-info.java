@NullMarked
package org.mifeng.indexdata.reference;

import org.jspecify.annotations.NullMarked;
