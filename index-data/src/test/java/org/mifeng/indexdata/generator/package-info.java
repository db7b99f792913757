@NullMarked
package org.mifeng.indexdata.generator;

import org.jspecify.annotations.NullMarked;
