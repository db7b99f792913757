/**
 * How the product starts and stops: the embedded database server, migrations, first load, the first index, and the
 * order in which all of it goes down again.
 */
@NullMarked
package org.mifeng.api.launch;

import org.jspecify.annotations.NullMarked;
