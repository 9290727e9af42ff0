/**
 * Writing and reading of binary records: big-endian numbers, variable-length numbers, UTF-8 text.
 * Keys, rows and catalog records of the store are made of these; nobody else uses them. Writers and
 * readers belong to one thread.
 */
@NullMarked
package io.partikey.engine.store.bytes;

import org.jspecify.annotations.NullMarked;
