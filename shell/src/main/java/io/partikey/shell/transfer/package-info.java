/**
 * Import and export: readers of CSV, JSON lines and DynamoDB JSON, the loader that writes items
 * through JDBC batches on several connections, and the bar that shows how far it is.
 *
 * <p>Used by the commands and by the demonstration. A source is read by one thread; the loader
 * hands items to writers of its own, each with a thread and a connection, and closes them before it
 * returns.
 */
@NullMarked
package io.partikey.shell.transfer;

import org.jspecify.annotations.NullMarked;
