/**
 * How rows are written: as a table, vertically, as CSV, as JSON and as DynamoDB JSON.
 *
 * <p>Used by every part of the shell that shows or exports rows. A writer takes the columns once
 * and then row after row, keeps at most a page of them, and belongs to one thread; it knows nothing
 * of JDBC. Cells are attribute values, null where the attribute is missing.
 */
@NullMarked
package io.partikey.shell.format;

import org.jspecify.annotations.NullMarked;
