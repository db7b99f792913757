/** Search: what people look for beside a wish, and what is counted for them. The same engine answers as for a match. */
@org.jspecify.annotations.NullMarked
package org.mifeng.matcher.search;
