@NullMarked
package org.mifeng.api.problem;

import org.jspecify.annotations.NullMarked;
