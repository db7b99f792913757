@org.jspecify.annotations.NullMarked
package org.mifeng.matcher;
