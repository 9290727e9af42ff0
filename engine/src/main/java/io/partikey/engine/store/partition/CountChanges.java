package io.partikey.engine.store.partition;

import io.partikey.engine.store.rocks.RowBatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one batch adds to the counts, by table or index and hash. Not thread-safe. */
public final class CountChanges {
  private record Entry(int objectId, long hash, int items, long bytes) {}

  private final List<Entry> entries = new ArrayList<>();

  /** Adds to the counts of the partition of an object that has a hash. */
  public void add(int objectId, long hash, int items, long bytes) {
    entries.add(new Entry(objectId, hash, items, bytes));
  }

  /** Adds all that another one adds. */
  public void addAll(CountChanges others) {
    entries.addAll(others.entries);
  }

  /** What is added to all partitions of an object. */
  ObjectTotals of(int objectId) {
    long items = 0;
    long bytes = 0;
    for (Entry entry : entries) {
      if (entry.objectId == objectId) {
        items += entry.items;
        bytes += entry.bytes;
      }
    }
    return new ObjectTotals(items, bytes);
  }

  /** Makes a batch change the counters; the answer is to be run when the batch is committed. */
  public Runnable write(Counts counts, RowBatch batch) {
    Map<PartitionCounts, PartitionCounts.Change> changes = new LinkedHashMap<>();
    List<Runnable> tallies = new ArrayList<>();
    for (Entry entry : entries) {
      PartitionCounts partition = counts.of(entry.objectId).ofHash(entry.hash);
      changes
          .computeIfAbsent(partition, p -> new PartitionCounts.Change())
          .add(entry.items, entry.bytes);
      @Nullable SplitTally tally = partition.tally();
      if (tally != null) {
        tallies.add(() -> tally.add(entry.hash, entry.items, entry.bytes));
      }
    }
    changes.forEach((partition, change) -> partition.write(change, batch));
    return () -> {
      changes.forEach(PartitionCounts::apply);
      tallies.forEach(Runnable::run);
    };
  }
}
