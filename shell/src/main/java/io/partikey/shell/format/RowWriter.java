package io.partikey.shell.format;

import io.partikey.engine.item.AttributeValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of one result: {@code begin}, then {@code row} any number of times, then {@code
 * end}. Nothing is flushed or closed; the destination belongs to the caller.
 */
public interface RowWriter {
  /** Takes the columns. */
  void begin(List<Column> columns);

  /** Takes a row: a value for each column, null where it is missing. */
  void row(List<@Nullable AttributeValue> cells);

  /** Writes what is still held back. */
  void end();
}
