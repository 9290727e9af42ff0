package io.partikey.engine.store.transaction;

import io.partikey.engine.store.key.KeyRange;
import io.partikey.engine.store.rocks.RowCursor;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.store.rocks.Rows;
import io.partikey.engine.store.write.ChangeSet;
import io.partikey.engine.store.write.ChangeSet.RowChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows as a transaction sees them: a snapshot with its own changes. Records what is read. */
final class TransactionRows implements Rows {
  private final Rows base;
  private final ReadSet reads;
  private final NavigableMap<byte[], RowChange> changes = new TreeMap<>(Arrays::compareUnsigned);

  TransactionRows(Rows base, ReadSet reads) {
    this.base = base;
    this.reads = reads;
  }

  /** Lays changes over all that are there. */
  void apply(ChangeSet changed) {
    for (RowChange row : changed.rows()) {
      changes.put(row.key(), row);
    }
  }

  /** Takes all changes away. */
  void reset() {
    changes.clear();
  }

  @Override
  public byte @Nullable [] get(byte[] key) {
    reads.add(key);
    @Nullable RowChange change = changes.get(key);
    return change == null ? base.get(key) : change.value();
  }

  @Override
  public List<byte @Nullable []> getPage(List<byte[]> keys) {
    List<byte @Nullable []> values = new ArrayList<>(base.getPage(keys));
    for (int i = 0; i < values.size(); i++) {
      reads.add(keys.get(i));
      @Nullable RowChange change = changes.get(keys.get(i));
      if (change != null) {
        values.set(i, change.value());
      }
    }
    return values;
  }

  @Override
  public List<RowStore.Counter> counters(KeyRange range) {
    return base.counters(range);
  }

  @Override
  public RowCursor open(KeyRange range, Direction direction, Extent extent) {
    RowCursor recorded =
        new RecordingCursor(base.open(range, direction, extent), range, direction, reads);
    if (range.isEmpty()) {
      return recorded;
    }
    NavigableMap<byte[], RowChange> within =
        changes.subMap(range.start(), true, range.end(), false);
    if (within.isEmpty()) {
      return recorded;
    }
    NavigableMap<byte[], RowChange> ordered =
        direction == Direction.ASCENDING ? within : within.descendingMap();
    return new MergedCursor(recorded, ordered.values().iterator(), direction);
  }
}
