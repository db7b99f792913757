@NullMarked
package org.mifeng.indexdata.relevance;

import org.jspecify.annotations.NullMarked;
