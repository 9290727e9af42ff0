package io.partikey.engine.store.partition;

import java.util.Arrays;

/** Units by part of a partition's hashes. Not thread-safe. */
final class BucketUnits {
  private final double[] reads = new double[HashBuckets.COUNT];
  private final double[] writes = new double[HashBuckets.COUNT];

  void add(int bucket, double moreReads, double moreWrites) {
    reads[bucket] += moreReads;
    writes[bucket] += moreWrites;
  }

  void addAll(BucketUnits more) {
    for (int i = 0; i < HashBuckets.COUNT; i++) {
      add(i, more.reads[i], more.writes[i]);
    }
  }

  double reads(int bucket) {
    return reads[bucket];
  }

  double writes(int bucket) {
    return writes[bucket];
  }

  double totalReads() {
    return Arrays.stream(reads).sum();
  }

  double totalWrites() {
    return Arrays.stream(writes).sum();
  }

  /** Units of both kinds in all parts. */
  double total() {
    return totalReads() + totalWrites();
  }

  /** Each part's load, as a share of what a partition of these limits may consume in a second. */
  double[] loads(PartitionLimits limits) {
    double[] loads = new double[HashBuckets.COUNT];
    for (int i = 0; i < loads.length; i++) {
      loads[i] = reads[i] / limits.readsPerSecond() + writes[i] / limits.writesPerSecond();
    }
    return loads;
  }
}
