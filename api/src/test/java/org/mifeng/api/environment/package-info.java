@NullMarked
package org.mifeng.api.environment;

import org.jspecify.annotations.NullMarked;
