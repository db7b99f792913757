@NullMarked
package org.mifeng.indexdata.cli;

import org.jspecify.annotations.NullMarked;
