package io.partikey.planner.api;

import io.partikey.engine.backend.ConsumedCapacity;
import java.util.Optional;

/**
 * Rows, one after the other. Used by one thread at a time; holds no lock while open. Closing is
 * idempotent and releases the snapshot that the rows are read from; a cursor that is exhausted has
 * released it already.
 */
public interface RowCursor extends AutoCloseable {
  /**
   * The next row, empty when there is none left.
   *
   * @throws io.partikey.engine.error.EngineException when reading fails or was cancelled
   */
  Optional<Row> next();

  /** What was consumed so far. */
  ConsumedCapacity consumed();

  /** How many items were read so far, those that no row shows included. */
  long itemsRead();

  @Override
  void close();
}
