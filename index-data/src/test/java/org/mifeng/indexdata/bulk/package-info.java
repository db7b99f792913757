@NullMarked
package org.mifeng.indexdata.bulk;

import org.jspecify.annotations.NullMarked;
