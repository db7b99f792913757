/** Search for staff, phones and everybody: words, place and filters in, a page of jobs, counts or suggestions out. */
@NullMarked
package org.mifeng.api.search;

import org.jspecify.annotations.NullMarked;
