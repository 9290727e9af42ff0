package io.partikey.engine.store.rocks;

/**
 * Goes over rows one by one; stands before the first one at its beginning. Used and closed by the
 * thread that opened it.
 */
public interface RowCursor extends AutoCloseable {
  /** Goes to the next row; false when there is none, and then always. */
  boolean next();

  /** The key of the row, a new array. Only after {@link #next} was true. */
  byte[] key();

  /** The value of the row, a new array. Only after {@link #next} was true. */
  byte[] value();

  @Override
  void close();
}
