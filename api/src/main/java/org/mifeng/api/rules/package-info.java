/** Rules of the product as code, each named by its id (P01, P12 ...). */
@NullMarked
package org.mifeng.api.rules;

import org.jspecify.annotations.NullMarked;
