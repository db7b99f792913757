@org.jspecify.annotations.NullMarked
package org.mifeng.api.generation;
