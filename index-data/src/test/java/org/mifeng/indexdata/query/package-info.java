@NullMarked
package org.mifeng.indexdata.query;

import org.jspecify.annotations.NullMarked;
