package io.partikey.engine.store.partition;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.store.partition.PartitionHeat.LastMinute;
import io.partikey.engine.table.PartitionDescription;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every partition of every table and index consumed in the last minute. Thread-safe. */
public final class Heat {
  private final Clock clock;
  private final Counts counts;
  private final PartitionLimits limits;

  /**
   * The heat of the partitions of a database.
   *
   * @param clock the time by which the last minute is told
   * @param limits what a partition may consume
   */
  public Heat(Clock clock, Counts counts, PartitionLimits limits) {
    this.clock = clock;
    this.counts = counts;
    this.limits = limits;
  }

  /** Adds units that a read or write of an item collection of a table or index consumed. */
  public void add(
      int objectId, long hash, List<AttributeValue> collection, double reads, double writes) {
    @Nullable ObjectCounts object = counts.find(objectId);
    if (object != null) {
      object.heatOfHash(hash).add(second(), hash, collection, reads, writes);
    }
  }

  /** Adds read units of a scan that read from the item with a hash on, within one partition. */
  public void addScanned(int objectId, long hash, double reads) {
    @Nullable ObjectCounts object = counts.find(objectId);
    if (object != null && reads > 0) {
      object.heatOfHash(hash).addScanned(second(), hash, reads);
    }
  }

  /** The position of the partition that has a hash, as the object is divided now. */
  public int partitionOf(int objectId, long hash) {
    @Nullable ObjectCounts object = counts.find(objectId);
    return object == null ? 0 : object.map().indexOf(hash);
  }

  /** Now, in epoch seconds. */
  public long second() {
    return Math.floorDiv(clock.millis(), 1000L);
  }

  /** What a partition may hold and consume. */
  public PartitionLimits limits() {
    return limits;
  }

  /**
   * The partitions of a table or index with what they hold and consumed, in the order of their
   * hashes.
   *
   * @param index the name of the index, null for the table
   */
  public List<PartitionDescription> describe(int objectId, @Nullable String index) {
    ObjectCounts object = counts.of(objectId);
    PartitionMap map = object.map();
    List<PartitionDescription> described = new ArrayList<>();
    for (int i = 0; i < map.size(); i++) {
      LastMinute minute = object.heat(i).lastMinute(second());
      Verdict verdict = new Verdict(minute, object.bytes(i), limits);
      described.add(
          new PartitionDescription(
              index,
              map.partitions().get(i).firstHash(),
              map.lastHash(i),
              object.items(i),
              object.bytes(i),
              minute.reads(),
              minute.writes(),
              verdict.hottest(),
              verdict.words()));
    }
    return described;
  }
}
