package io.partikey.engine.store.rocks;

import io.partikey.engine.store.key.KeyRange;
import io.partikey.engine.store.rocks.Rows.Direction;
import io.partikey.engine.store.rocks.Rows.Extent;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.Snapshot;

/** A cursor over a range, on a RocksDB iterator with its options and bounds, which it owns. */
final class RangeCursor implements RowCursor {
  private final RowStore store;
  private final KeyRange range;
  private final Direction direction;
  private final Slice lowerBound;
  private final Slice upperBound;
  private final ReadOptions options;
  private final RocksIterator iterator;
  private State state = State.BEFORE_FIRST;

  private enum State {
    BEFORE_FIRST,
    ON_ROW,
    AFTER_LAST,
    CLOSED
  }

  RangeCursor(
      RowStore store,
      RocksDB database,
      ColumnFamilyHandle family,
      @Nullable Snapshot snapshot,
      KeyRange range,
      Direction direction,
      Extent extent) {
    this.store = store;
    this.range = range;
    this.direction = direction;
    lowerBound = new Slice(range.start());
    upperBound = new Slice(range.end());
    options = new ReadOptions().setIterateLowerBound(lowerBound).setIterateUpperBound(upperBound);
    if (snapshot != null) {
      options.setSnapshot(snapshot);
    }
    if (extent == Extent.OBJECT) {
      options.setFillCache(false);
    }
    // A descending seek begins behind the range, outside of the prefix that filters know.
    options.setTotalOrderSeek(extent == Extent.OBJECT || direction == Direction.DESCENDING);
    iterator = database.newIterator(family, options);
  }

  @Override
  public boolean next() {
    if (state == State.AFTER_LAST || state == State.CLOSED) {
      return false;
    }
    advance();
    if (iterator.isValid()) {
      state = State.ON_ROW;
      return true;
    }
    state = State.AFTER_LAST;
    requireHealthy();
    return false;
  }

  private void advance() {
    boolean first = state == State.BEFORE_FIRST;
    switch (direction) {
      case ASCENDING -> {
        if (first) {
          iterator.seek(range.start());
        } else {
          iterator.next();
        }
      }
      case DESCENDING -> {
        if (first) {
          iterator.seekForPrev(range.end());
        } else {
          iterator.prev();
        }
      }
    }
  }

  private void requireHealthy() {
    try {
      iterator.status();
    } catch (RocksDBException failure) {
      throw store.translate(failure);
    }
  }

  @Override
  public byte[] key() {
    requireRow();
    return iterator.key();
  }

  @Override
  public byte[] value() {
    requireRow();
    return iterator.value();
  }

  private void requireRow() {
    if (state != State.ON_ROW) {
      throw new IllegalStateException("no row");
    }
  }

  @Override
  public void close() {
    if (state == State.CLOSED) {
      return;
    }
    state = State.CLOSED;
    iterator.close();
    options.close();
    upperBound.close();
    lowerBound.close();
    store.leave();
  }
}
