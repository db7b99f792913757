/** Builds of this node's index: directories, the generation they belong to, and which one serves. */
@NullMarked
package org.mifeng.api.generation;

import org.jspecify.annotations.NullMarked;
