@NullMarked
package org.mifeng.api.node;

import org.jspecify.annotations.NullMarked;
