/**
 * Measures: how well titles find titles, and how well searches find posts. What is measured is what the product does; a
 * judge's labels are used after the ranking only.
 */
@NullMarked
package org.mifeng.indexdata.relevance;

import org.jspecify.annotations.NullMarked;
