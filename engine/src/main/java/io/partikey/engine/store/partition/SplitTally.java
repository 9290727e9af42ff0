package io.partikey.engine.store.partition;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * The items and bytes of a partition by part of its hashes: what a count of its rows at one moment
 * found, and what commits changed since. Thread-safe.
 */
public final class SplitTally {
  private final HashBuckets buckets;
  private final AtomicLongArray items = new AtomicLongArray(HashBuckets.COUNT);
  private final AtomicLongArray bytes = new AtomicLongArray(HashBuckets.COUNT);

  SplitTally(HashBuckets buckets) {
    this.buckets = buckets;
  }

  /** The parts. */
  public HashBuckets buckets() {
    return buckets;
  }

  /** Adds what is at a hash, or came or went there. */
  public void add(long hash, long moreItems, long moreBytes) {
    int bucket = buckets.indexOf(hash);
    items.addAndGet(bucket, moreItems);
    bytes.addAndGet(bucket, moreBytes);
  }

  /** The bytes of each part. */
  double[] bytes() {
    double[] all = new double[HashBuckets.COUNT];
    for (int i = 0; i < all.length; i++) {
      all[i] = bytes.get(i);
    }
    return all;
  }

  /** What is in a part and all behind it. */
  PartitionCounts.Change from(int bucket) {
    PartitionCounts.Change change = new PartitionCounts.Change();
    for (int i = bucket; i < HashBuckets.COUNT; i++) {
      change.add(items.get(i), bytes.get(i));
    }
    return change;
  }
}
