package io.partikey.engine.store.check;

import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.partition.ObjectCounts;
import io.partikey.engine.store.partition.PartitionMap;
import java.util.ArrayList;
import java.util.List;

/** How many items or entries each partition of a table or index holds, and their bytes. */
final class Tally {
  private final PartitionMap partitions;
  private final long[] items;
  private final long[] bytes;

  /** Nothing yet. */
  Tally(PartitionMap partitions) {
    this.partitions = partitions;
    this.items = new long[partitions.partitions().size()];
    this.bytes = new long[items.length];
  }

  /** What is counted in the database. */
  static Tally of(PartitionMap partitions, ObjectCounts counts) {
    Tally tally = new Tally(partitions);
    for (int i = 0; i < tally.items.length; i++) {
      tally.items[i] = counts.items(i);
      tally.bytes[i] = counts.bytes(i);
    }
    return tally;
  }

  void add(byte[] key, int size) {
    int partition = partitions.indexOf(KeyLayout.hash(key));
    items[partition]++;
    bytes[partition] += size;
  }

  long items() {
    long sum = 0;
    for (long each : items) {
      sum += each;
    }
    return sum;
  }

  /** In which partitions this differs from what is counted, in words. */
  List<String> differences(Tally counted) {
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < items.length; i++) {
      if (items[i] != counted.items[i] || bytes[i] != counted.bytes[i]) {
        differences.add(
            "partition "
                + partitions.partitions().get(i).number()
                + " holds "
                + describe(i)
                + ", but "
                + counted.describe(i)
                + " are counted");
      }
    }
    return differences;
  }

  private String describe(int partition) {
    return items[partition] + " items of " + bytes[partition] + " bytes";
  }
}
