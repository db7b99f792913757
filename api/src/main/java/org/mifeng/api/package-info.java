/** Filled by the work under way. */
@org.jspecify.annotations.NullMarked
package org.mifeng.api;
