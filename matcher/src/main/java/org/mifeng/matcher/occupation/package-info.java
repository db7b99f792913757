/** The classification of occupations and how close two of them are. */
@org.jspecify.annotations.NullMarked
package org.mifeng.matcher.occupation;
