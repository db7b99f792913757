/** Reference tables, files for bulk import and export, and a generator of realistic data; knows no database, no HTTP. */
@NullMarked
package org.mifeng.indexdata;

import org.jspecify.annotations.NullMarked;
