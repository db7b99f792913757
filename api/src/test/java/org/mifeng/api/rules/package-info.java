@NullMarked
package org.mifeng.api.rules;

import org.jspecify.annotations.NullMarked;
