@NullMarked
package org.mifeng.api.balance;

import org.jspecify.annotations.NullMarked;
