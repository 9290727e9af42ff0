package io.partikey.engine.store.partition;

import io.partikey.engine.store.bytes.ByteReader;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.table.TableStatistics;
import java.util.List;

/**
 * How much a table or index holds in all its partitions.
 *
 * @param items how many items or entries
 * @param bytes their bytes
 */
public record ObjectTotals(long items, long bytes) {
  /** What the counters of an object's partitions sum up to. */
  public static ObjectTotals of(List<RowStore.Counter> counters) {
    long items = 0;
    long bytes = 0;
    for (RowStore.Counter counter : counters) {
      ByteReader key = new ByteReader(counter.key());
      key.skip(2 * Integer.BYTES);
      if (key.readByte() == PartitionCounts.ITEMS) {
        items += counter.sum();
      } else {
        bytes += counter.sum();
      }
    }
    return new ObjectTotals(items, bytes);
  }

  /** These with what changes add to an object. */
  public ObjectTotals plus(CountChanges changes, int objectId) {
    ObjectTotals added = changes.of(objectId);
    return new ObjectTotals(items + added.items, bytes + added.bytes);
  }

  /** These as the outside sees them. */
  public TableStatistics.Counts counts() {
    return new TableStatistics.Counts(items, bytes, Math.max(1, items));
  }
}
