/** The seam for backends: what an index must promise, whatever it is made of. */
@org.jspecify.annotations.NullMarked
package org.mifeng.matcher.spi;
