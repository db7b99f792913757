/** What operators do: start and stop the product, load a data set, import and export files. */
@NullMarked
package org.mifeng.api.operations;

import org.jspecify.annotations.NullMarked;
