package io.partikey.engine.store.transaction;

import io.partikey.engine.store.key.KeyRange;
import io.partikey.engine.store.rocks.RowCursor;
import io.partikey.engine.store.rocks.Rows.Direction;
import org.jspecify.annotations.Nullable;

/** A cursor that, when it is closed, leaves the range that it went over in a read set. */
final class RecordingCursor implements RowCursor {
  private final RowCursor cursor;
  private final KeyRange range;
  private final Direction direction;
  private final ReadSet reads;
  private byte @Nullable [] last;
  private boolean exhausted;
  private long rows;

  RecordingCursor(RowCursor cursor, KeyRange range, Direction direction, ReadSet reads) {
    this.cursor = cursor;
    this.range = range;
    this.direction = direction;
    this.reads = reads;
  }

  @Override
  public boolean next() {
    if (!cursor.next()) {
      exhausted = true;
      return false;
    }
    last = cursor.key();
    rows++;
    return true;
  }

  @Override
  public byte[] key() {
    return cursor.key();
  }

  @Override
  public byte[] value() {
    return cursor.value();
  }

  @Override
  public void close() {
    cursor.close();
    if (exhausted) {
      reads.add(range, rows);
    } else if (last != null) {
      reads.add(
          switch (direction) {
            case ASCENDING -> range.through(last);
            case DESCENDING -> range.from(last);
          },
          rows);
    }
  }
}
