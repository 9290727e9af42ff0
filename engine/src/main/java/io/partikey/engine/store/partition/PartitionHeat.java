package io.partikey.engine.store.partition;

import io.partikey.engine.item.AttributeValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a partition consumed in the last minute, in six spans of ten seconds that are used over and
 * over: by part of its hashes, and by item collection. Of each span the collections that take the
 * largest share are kept (those of more than 1/{@value #COLLECTIONS} for certain). Thread-safe.
 */
final class PartitionHeat {
  private static final int SPANS = 6;
  private static final int SPAN_SECONDS = 10;
  private static final int COLLECTIONS = 64;

  private final HashBuckets buckets;
  private final @Nullable Span[] spans = new @Nullable Span[SPANS];

  /** The heat of a partition of these hashes, which consumed nothing yet. */
  PartitionHeat(HashBuckets buckets) {
    this.buckets = buckets;
  }

  /** Adds units that an item collection consumed at a time, in epoch seconds. */
  synchronized void add(
      long second, long hash, List<AttributeValue> collection, double reads, double writes) {
    Span span = span(second / SPAN_SECONDS);
    span.requests++;
    span.units.add(buckets.indexOf(hash), reads, writes);
    span.add(new Collection(hash, collection), new Consumption(reads, writes));
  }

  /** Adds read units of many collections, from one with a hash on, at a time in epoch seconds. */
  synchronized void addScanned(long second, long hash, double reads) {
    Span span = span(second / SPAN_SECONDS);
    span.requests++;
    span.units.add(buckets.indexOf(hash), reads, 0);
  }

  /** What was consumed in the minute before a time, in epoch seconds. */
  synchronized LastMinute lastMinute(long second) {
    long newest = second / SPAN_SECONDS;
    long oldest = newest - SPANS;
    double requests = 0;
    BucketUnits units = new BucketUnits();
    Map<Collection, Consumption> collections = new HashMap<>();
    for (@Nullable Span span : spans) {
      // Those to come are left of before the clock was set back.
      if (span != null && span.number > oldest && span.number <= newest) {
        requests += span.requests;
        units.addAll(span.units);
        span.collections.forEach((key, more) -> collections.merge(key, more, Consumption::plus));
      }
    }
    return new LastMinute(requests, units, sorted(collections));
  }

  private static List<Share> sorted(Map<Collection, Consumption> collections) {
    List<Share> shares = new ArrayList<>();
    collections.forEach(
        (collection, consumed) -> shares.add(new Share(collection.partition, consumed)));
    shares.sort(
        Comparator.comparingDouble((Share share) -> share.consumed().units())
            .reversed()
            .thenComparing(share -> share.collection().toString()));
    return shares;
  }

  /**
   * The heat of one side of a partition that is split at a part's border. Its requests are taken to
   * be in proportion to its units.
   *
   * @param side the hashes of that side
   */
  synchronized PartitionHeat of(HashBuckets side) {
    PartitionHeat heat = new PartitionHeat(side);
    for (@Nullable Span span : spans) {
      if (span == null) {
        continue;
      }
      Span part = heat.span(span.number);
      for (int i = 0; i < HashBuckets.COUNT; i++) {
        long hash = buckets.firstHash(i);
        if (within(side, hash)) {
          part.units.add(side.indexOf(hash), span.units.reads(i), span.units.writes(i));
        }
      }
      double total = span.units.total();
      part.requests = total == 0 ? 0 : span.requests * part.units.total() / total;
      span.collections.forEach(
          (collection, consumed) -> {
            if (within(side, collection.hash)) {
              part.collections.put(collection, consumed);
            }
          });
    }
    return heat;
  }

  private static boolean within(HashBuckets side, long hash) {
    return Long.compareUnsigned(side.first(), hash) <= 0
        && Long.compareUnsigned(hash, side.last()) <= 0;
  }

  private Span span(long number) {
    int place = (int) Math.floorMod(number, (long) SPANS);
    @Nullable Span span = spans[place];
    if (span == null || span.number != number) {
      span = new Span(number);
      spans[place] = span;
    }
    return span;
  }

  /**
   * What was consumed.
   *
   * @param requests how many reads and writes there were
   * @param units by part of the hashes
   * @param collections the collections that took most, hottest first
   */
  record LastMinute(double requests, BucketUnits units, List<Share> collections) {
    double reads() {
      return units.totalReads();
    }

    double writes() {
      return units.totalWrites();
    }
  }

  /**
   * What a collection consumed, at least.
   *
   * @param collection its partition key values
   * @param consumed its units
   */
  record Share(List<AttributeValue> collection, Consumption consumed) {}

  /** Read and write units. */
  record Consumption(double reads, double writes) {
    double units() {
      return reads + writes;
    }

    Consumption plus(Consumption more) {
      return new Consumption(reads + more.reads, writes + more.writes);
    }

    /** This with fewer units, of both kinds in proportion. */
    Consumption minus(double fewer) {
      double left = Math.max(0, 1 - fewer / units());
      return new Consumption(reads * left, writes * left);
    }
  }

  private record Collection(long hash, List<AttributeValue> partition) {
    @Override
    public int hashCode() {
      return Long.hashCode(hash);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Collection that
          && hash == that.hash
          && partition.equals(that.partition);
    }
  }

  /** The units of some seconds. Guarded by the partition's heat. */
  private static final class Span {
    private final long number;
    private double requests;
    private final BucketUnits units = new BucketUnits();
    private final Map<Collection, Consumption> collections = new HashMap<>();

    Span(long number) {
      this.number = number;
    }

    // The algorithm of Misra and Gries: what does not fit takes from all that are there.
    void add(Collection collection, Consumption consumed) {
      double more = consumed.units();
      if (more == 0) {
        return;
      }
      if (collections.size() < COLLECTIONS || collections.containsKey(collection)) {
        collections.merge(collection, consumed, Consumption::plus);
        return;
      }
      collections.values().removeIf(before -> before.units() <= more);
      collections.replaceAll((key, before) -> before.minus(more));
    }
  }
}
