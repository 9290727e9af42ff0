package io.partikey.engine.store.partition;

import io.partikey.engine.table.TableStatistics;
import java.util.List;

/** The counts of a table or index, by partition. */
public final class ObjectCounts {
  private final PartitionMap map;
  private final List<PartitionCounts> partitions;

  ObjectCounts(int objectId, PartitionMap map) {
    this.map = map;
    this.partitions =
        map.partitions().stream().map(p -> new PartitionCounts(objectId, p.number())).toList();
  }

  PartitionCounts ofHash(long hash) {
    return partitions.get(map.indexOf(hash));
  }

  PartitionCounts ofNumber(int number) {
    for (int i = 0; i < partitions.size(); i++) {
      if (map.partitions().get(i).number() == number) {
        return partitions.get(i);
      }
    }
    throw new IllegalArgumentException("no partition " + number);
  }

  /** How many items there are. */
  public long items() {
    return partitions.stream().mapToLong(PartitionCounts::items).sum();
  }

  /** How many bytes they have. */
  public long bytes() {
    return partitions.stream().mapToLong(PartitionCounts::bytes).sum();
  }

  /** How many items the partition at a position has. */
  public long items(int partition) {
    return partitions.get(partition).items();
  }

  /** How many bytes the items of the partition at a position have. */
  public long bytes(int partition) {
    return partitions.get(partition).bytes();
  }

  /** The sums, with a number of item collections. */
  public TableStatistics.Counts statistics(long collections) {
    return new TableStatistics.Counts(items(), bytes(), collections);
  }
}
