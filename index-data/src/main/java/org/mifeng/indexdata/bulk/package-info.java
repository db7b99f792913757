/**
 * Files that carry employers, job posts and seekers in and out: NDJSON for programs, CSV for spreadsheets.
 *
 * <p>{@link org.mifeng.indexdata.bulk.BulkSchema} names the columns of each kind of file and opens readers and writers;
 * {@code docs/data-format.md} is the same for people. Reading and writing stream: memory does not grow with the file.
 * A row that breaks a rule is a value ({@link org.mifeng.indexdata.bulk.BulkRow.Bad}) that names line, field and rule and
 * never repeats what stood there, for it may be personal.
 */
@NullMarked
package org.mifeng.indexdata.bulk;

import org.jspecify.annotations.NullMarked;
