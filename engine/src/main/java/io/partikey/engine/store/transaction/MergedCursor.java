package io.partikey.engine.store.transaction;

import io.partikey.engine.store.rocks.RowCursor;
import io.partikey.engine.store.rocks.Rows.Direction;
import io.partikey.engine.store.write.ChangeSet.RowChange;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * A cursor over rows with changes laid over them: a changed row hides the one below it, a removed
 * one too.
 */
final class MergedCursor implements RowCursor {
  private final RowCursor base;
  private final Iterator<RowChange> changes;
  private final Direction direction;
  private byte @Nullable [] baseKey;
  private @Nullable RowChange change;
  private boolean begun;
  private byte @Nullable [] key;
  private byte @Nullable [] changedValue;

  /**
   * Merges rows and changes, both in the direction given.
   *
   * @param changes the rows that are set or removed
   */
  MergedCursor(RowCursor base, Iterator<RowChange> changes, Direction direction) {
    this.base = base;
    this.changes = changes;
    this.direction = direction;
  }

  @Override
  public boolean next() {
    if (!begun) {
      begun = true;
      nextBase();
      nextChange();
    } else if (key != null && changedValue == null) {
      nextBase();
    }
    while (change != null) {
      int order = baseKey == null ? 1 : compare(baseKey, change.key());
      if (order < 0) {
        return on(baseKey, null);
      }
      if (order == 0) {
        nextBase();
      }
      byte[] changedKey = change.key();
      byte @Nullable [] value = change.value();
      nextChange();
      if (value != null) {
        return on(changedKey, value);
      }
    }
    return on(baseKey, null);
  }

  private boolean on(byte @Nullable [] rowKey, byte @Nullable [] value) {
    key = rowKey;
    changedValue = value;
    return rowKey != null;
  }

  private void nextBase() {
    baseKey = base.next() ? base.key() : null;
  }

  private void nextChange() {
    change = changes.hasNext() ? changes.next() : null;
  }

  private int compare(byte[] left, byte[] right) {
    int order = Arrays.compareUnsigned(left, right);
    return direction == Direction.ASCENDING ? order : -order;
  }

  @Override
  public byte[] key() {
    if (key == null) {
      throw new IllegalStateException("no row");
    }
    return key;
  }

  @Override
  public byte[] value() {
    return changedValue == null ? base.value() : changedValue;
  }

  @Override
  public void close() {
    base.close();
  }
}
