/** What comes in from outside so that tests and replays can choose it: time and randomness. */
@NullMarked
package org.mifeng.api.environment;

import org.jspecify.annotations.NullMarked;
