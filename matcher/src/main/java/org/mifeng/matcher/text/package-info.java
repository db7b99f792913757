/** Chinese text: how titles, bodies and wishes become terms. */
@org.jspecify.annotations.NullMarked
package org.mifeng.matcher.text;
