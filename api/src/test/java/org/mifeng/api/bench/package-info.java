/** The benchmarks behind {@code ./bench}: on the full data, interleaved with their baselines, lists compared first. */
@org.jspecify.annotations.NullMarked
package org.mifeng.api.bench;
