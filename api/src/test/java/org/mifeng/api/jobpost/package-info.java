@NullMarked
package org.mifeng.api.jobpost;

import org.jspecify.annotations.NullMarked;
