/** A load generator and the service it drives, for {@code ./bench http}. */
@org.jspecify.annotations.NullMarked
package org.mifeng.api.bench.http;
