package io.partikey.engine.store.partition;

import io.partikey.engine.store.rocks.RowBatch;
import io.partikey.engine.table.TableStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The partitions of a table or index, as long as they are divided so, with the counts and the heat
 * of each. Thread-safe.
 */
public final class ObjectCounts {
  private final int objectId;
  private final PartitionMap map;
  private final List<PartitionCounts> partitions;
  private final List<PartitionHeat> heats;

  ObjectCounts(int objectId, PartitionMap map) {
    this(
        objectId,
        map,
        map.partitions().stream().map(p -> new PartitionCounts(objectId, p.number())).toList(),
        IntStream.range(0, map.size()).mapToObj(i -> new PartitionHeat(map.buckets(i))).toList());
  }

  private ObjectCounts(
      int objectId, PartitionMap map, List<PartitionCounts> partitions, List<PartitionHeat> heats) {
    this.objectId = objectId;
    this.map = map;
    this.partitions = List.copyOf(partitions);
    this.heats = List.copyOf(heats);
  }

  /** How the hash space is divided. */
  public PartitionMap map() {
    return map;
  }

  PartitionCounts ofHash(long hash) {
    return partitions.get(map.indexOf(hash));
  }

  PartitionCounts ofNumber(int number) {
    return partitions.get(map.placeOf(number).orElseThrow());
  }

  PartitionHeat heatOfHash(long hash) {
    return heats.get(map.indexOf(hash));
  }

  PartitionHeat heat(int partition) {
    return heats.get(partition);
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

  /**
   * Begins to count what commits change in the partition at a position by part of its hashes, until
   * it is split or {@link #endTally}. Called while nobody writes.
   */
  public SplitTally beginTally(int partition) {
    SplitTally tally = new SplitTally(map.buckets(partition));
    partitions.get(partition).setTally(tally);
    return tally;
  }

  /** Ends to count by part of the hashes. */
  public void endTally(int partition) {
    partitions.get(partition).setTally(null);
  }

  /** Where the partition at a position is to be split at a time in epoch seconds, if it is. */
  public Optional<SplitPoint> whereToSplit(int partition, PartitionLimits limits, long second) {
    return SplitPoint.of(bytes(partition), heats.get(partition).lastMinute(second), limits);
  }

  /** The division after a split of the partition at a position where a part of it begins. */
  public PartitionMap split(int partition, int border) {
    return map.split(partition, map.buckets(partition).firstHash(border));
  }

  /**
   * These counts after a split that a tally prepared, by which a batch changes the counters. Called
   * while nobody writes; takes the place of these counts once the batch is committed.
   */
  public ObjectCounts split(int partition, int border, SplitTally tally, RowBatch batch) {
    PartitionMap divided = split(partition, border);
    int number = divided.partitions().get(partition + 1).number();
    PartitionCounts before = partitions.get(partition);
    PartitionCounts lower = new PartitionCounts(objectId, map.partitions().get(partition).number());
    PartitionCounts upper = new PartitionCounts(objectId, number);
    PartitionCounts.Change moved = tally.from(border);
    PartitionCounts.Change all = new PartitionCounts.Change();
    all.add(before.items(), before.bytes());
    lower.apply(all);
    lower.apply(moved.negated());
    lower.write(moved.negated(), batch);
    upper.apply(moved);
    upper.write(moved, batch);
    return new ObjectCounts(
        objectId,
        divided,
        divided(partitions, partition, lower, upper),
        divided(
            heats,
            partition,
            heats.get(partition).of(divided.buckets(partition)),
            heats.get(partition).of(divided.buckets(partition + 1))));
  }

  private static <T> List<T> divided(List<T> all, int place, T lower, T upper) {
    List<T> changed = new ArrayList<>(all);
    changed.set(place, lower);
    changed.add(place + 1, upper);
    return changed;
  }
}
