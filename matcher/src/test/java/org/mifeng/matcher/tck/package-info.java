/** What every backend promises, as tests, and the oracle that says what is right. */
@org.jspecify.annotations.NullMarked
package org.mifeng.matcher.tck;
