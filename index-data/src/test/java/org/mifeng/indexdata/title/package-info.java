@NullMarked
package org.mifeng.indexdata.title;

import org.jspecify.annotations.NullMarked;
