/**
 * A morning at the market, played on the real engine: people come to six kiosks, take jobs from their lists, places fill up
 * and holds run out. What is assumed of people, and why, stands in {@code docs/design/morning.md}.
 */
@org.jspecify.annotations.NullMarked
package org.mifeng.api.bench.morning;
