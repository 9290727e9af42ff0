package io.partikey.engine.store.split;

import io.partikey.engine.store.catalog.Definitions;
import io.partikey.engine.store.catalog.StoredIndex;
import io.partikey.engine.store.catalog.StoredTable;
import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.partition.Heat;
import io.partikey.engine.store.partition.ObjectCounts;
import io.partikey.engine.store.partition.SplitPoint;
import io.partikey.engine.store.rocks.RowStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks over the partitions of all tables and indexes and splits those that hold or consume too
 * much. Thread-safe.
 */
public final class PartitionSplits {
  private static final int MOST_PARTITIONS = 1024;

  private final RowStore store;
  private final Definitions definitions;
  private final Heat heat;
  // What a partition that could not be divided held then: its rows are not counted anew before that
  // is another amount by a quarter.
  private final Map<Place, Long> undivided = new HashMap<>();

  private record Place(int objectId, int number) {}

  /** The splits of a database. */
  public PartitionSplits(RowStore store, Definitions definitions, Heat heat) {
    this.store = store;
    this.definitions = definitions;
    this.heat = heat;
  }

  /**
   * Splits each partition that is due, once; the answer is how many were split. Ends early when the
   * thread is interrupted.
   */
  public synchronized int step() {
    int splits = 0;
    for (StoredTable table : definitions.current().tables()) {
      splits += step(table.name(), table.keys());
      for (StoredIndex index : table.indexes()) {
        splits += step(table.name(), index.keys());
      }
    }
    return splits;
  }

  private int step(String table, KeyLayout keys) {
    int splits = 0;
    @Nullable ObjectCounts counts = definitions.counts().find(keys.objectId());
    int partitions = counts == null ? 0 : counts.map().size();
    // From behind, so that a split does not move those that are still to be looked at.
    for (int i = partitions - 1; i >= 0 && partitions + splits < MOST_PARTITIONS; i--) {
      if (!Thread.currentThread().isInterrupted() && split(table, keys, i)) {
        splits++;
      }
    }
    return splits;
  }

  private boolean split(String table, KeyLayout keys, int partition) {
    @Nullable ObjectCounts counts = definitions.counts().find(keys.objectId());
    if (counts == null) {
      return false;
    }
    Optional<SplitPoint> point = counts.whereToSplit(partition, heat.limits(), heat.second());
    long bytes = counts.bytes(partition);
    int number = counts.map().partitions().get(partition).number();
    Place place = new Place(keys.objectId(), number);
    if (point.isEmpty() || isUndivided(place, bytes)) {
      return false;
    }
    PartitionSplit.Outcome outcome =
        new PartitionSplit(store, definitions, table, keys, number).run(point.get());
    if (outcome == PartitionSplit.Outcome.NOWHERE_TO_SPLIT) {
      undivided.put(place, bytes);
    }
    return outcome == PartitionSplit.Outcome.SPLIT;
  }

  private boolean isUndivided(Place place, long bytes) {
    @Nullable Long before = undivided.get(place);
    return before != null && Math.abs(bytes - before) * 4 <= before;
  }
}
