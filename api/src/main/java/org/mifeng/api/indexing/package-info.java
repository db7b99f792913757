/**
 * Makes what the engine knows out of rows: single ones, those that changed, or all of them.
 */
@NullMarked
package org.mifeng.api.indexing;

import org.jspecify.annotations.NullMarked;
