package io.partikey.engine.store.partition;

import io.partikey.engine.item.AttributeValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a partition consumed in the last minute, in six spans of ten seconds that are used over and
 * over, and by which item collections. Of each span the collections that take the largest share are
 * kept (those of more than 1/{@value #COLLECTIONS} for certain). Thread-safe.
 */
final class PartitionHeat {
  private static final int SPANS = 6;
  private static final int SPAN_SECONDS = 10;
  private static final int COLLECTIONS = 64;

  private final Span[] spans = new Span[SPANS];

  PartitionHeat() {
    Arrays.setAll(spans, i -> new Span());
  }

  /** Adds units that were consumed at a time, in epoch seconds. */
  synchronized void add(long second, AttributeValue collection, double reads, double writes) {
    Span span = span(second);
    span.reads += reads;
    span.writes += writes;
    span.add(collection, reads + writes);
  }

  /** What was consumed in the minute before a time, in epoch seconds. */
  synchronized LastMinute lastMinute(long second) {
    long oldest = second / SPAN_SECONDS - SPANS;
    double reads = 0;
    double writes = 0;
    Map<AttributeValue, Double> collections = new HashMap<>();
    for (Span span : spans) {
      if (span.number > oldest) {
        reads += span.reads;
        writes += span.writes;
        span.collections.forEach((key, units) -> collections.merge(key, units, Double::sum));
      }
    }
    return new LastMinute(reads, writes, sorted(collections));
  }

  private static List<Share> sorted(Map<AttributeValue, Double> collections) {
    List<Share> shares = new ArrayList<>();
    collections.forEach((collection, units) -> shares.add(new Share(collection, units)));
    shares.sort(Comparator.comparingDouble(Share::units).reversed());
    return shares;
  }

  private Span span(long second) {
    long number = second / SPAN_SECONDS;
    Span span = spans[(int) Math.floorMod(number, (long) SPANS)];
    if (span.number != number) {
      span.restart(number);
    }
    return span;
  }

  /**
   * What was consumed.
   *
   * @param reads read units
   * @param writes write units
   * @param collections the collections that took most of both, hottest first
   */
  record LastMinute(double reads, double writes, List<Share> collections) {}

  /**
   * What a collection consumed, at least.
   *
   * @param collection its partition key value
   * @param units read and write units
   */
  record Share(AttributeValue collection, double units) {}

  /** The units of some seconds. Guarded by the partition's heat. */
  private static final class Span {
    private final Map<AttributeValue, Double> collections = new HashMap<>();
    private long number = Long.MIN_VALUE;
    private double reads;
    private double writes;

    void restart(long newNumber) {
      number = newNumber;
      reads = 0;
      writes = 0;
      collections.clear();
    }

    // The algorithm of Misra and Gries: what does not fit takes from all that are there.
    void add(AttributeValue collection, double units) {
      if (units == 0) {
        return;
      }
      if (collections.size() < COLLECTIONS || collections.containsKey(collection)) {
        collections.merge(collection, units, Double::sum);
        return;
      }
      collections.replaceAll((key, before) -> before - units);
      collections.values().removeIf(left -> left <= 0);
    }
  }
}
