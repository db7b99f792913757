/** What the product's command line does with data and without a database; the command line itself belongs to the service. */
@NullMarked
package org.mifeng.indexdata.cli;

import org.jspecify.annotations.NullMarked;
