package io.partikey.engine.store.partition;

import io.partikey.engine.store.bytes.ByteWriter;
import io.partikey.engine.store.rocks.RowBatch;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * How many items a partition holds, and how many bytes they have. The counters are in the database
 * under {@code [object id 4][partition number 4][0 items, 1 bytes]}.
 */
final class PartitionCounts {
  static final int ITEMS = 0;
  static final int BYTES = 1;

  private final byte[] itemCounter;
  private final byte[] byteCounter;
  private final AtomicLong items = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private volatile @Nullable SplitTally tally;

  PartitionCounts(int objectId, int partition) {
    itemCounter = counter(objectId, partition, ITEMS);
    byteCounter = counter(objectId, partition, BYTES);
  }

  private static byte[] counter(int objectId, int partition, int what) {
    ByteWriter key = new ByteWriter(2 * Integer.BYTES + 1);
    key.writeInt(objectId);
    key.writeInt(partition);
    key.writeByte(what);
    return key.toByteArray();
  }

  long items() {
    return items.get();
  }

  long bytes() {
    return bytes.get();
  }

  /** What counts by part of the hashes while a split is prepared, null otherwise. */
  @Nullable SplitTally tally() {
    return tally;
  }

  /** Begins or, with null, ends to count by part of the hashes. Called while nobody writes. */
  void setTally(@Nullable SplitTally newTally) {
    tally = newTally;
  }

  /** Makes a batch change the counters in the database. */
  void write(Change change, RowBatch batch) {
    if (change.items != 0) {
      batch.add(itemCounter, change.items);
    }
    if (change.bytes != 0) {
      batch.add(byteCounter, change.bytes);
    }
  }

  /** Takes over a change whose batch is committed. */
  void apply(Change change) {
    items.addAndGet(change.items);
    bytes.addAndGet(change.bytes);
  }

  /** What a batch adds to a partition. Not thread-safe. */
  static final class Change {
    private long items;
    private long bytes;

    void add(long moreItems, long moreBytes) {
      items += moreItems;
      bytes += moreBytes;
    }

    Change negated() {
      Change negated = new Change();
      negated.add(-items, -bytes);
      return negated;
    }
  }
}
