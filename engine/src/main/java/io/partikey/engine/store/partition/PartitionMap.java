package io.partikey.engine.store.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The partitions of a table or index: ranges of the hash space in the order of their hashes, the
 * first one from hash 0 on, each up to the next one. Hashes are unsigned.
 */
public record PartitionMap(List<Partition> partitions) {
  /**
   * A partition.
   *
   * @param number its number, which no other partition of the same table ever has
   * @param firstHash its first hash
   */
  public record Partition(int number, long firstHash) {}

  public PartitionMap {
    partitions = List.copyOf(partitions);
    if (partitions.isEmpty() || partitions.get(0).firstHash() != 0) {
      throw new IllegalArgumentException("partitions do not begin at hash 0: " + partitions);
    }
  }

  /** So many partitions of equal width. */
  public static PartitionMap evenly(int count) {
    List<Partition> partitions = new ArrayList<>(count);
    long width = count == 1 ? 0 : Long.divideUnsigned(-1, count) + 1;
    for (int i = 0; i < count; i++) {
      partitions.add(new Partition(i, i * width));
    }
    return new PartitionMap(partitions);
  }

  /** How many partitions there are. */
  public int size() {
    return partitions.size();
  }

  /** The position in the list of the partition that has a hash. */
  public int indexOf(long hash) {
    int low = 0;
    int high = partitions.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (Long.compareUnsigned(partitions.get(middle).firstHash(), hash) <= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** The position in the list of the partition of a number. */
  public OptionalInt placeOf(int number) {
    return IntStream.range(0, partitions.size())
        .filter(place -> partitions.get(place).number() == number)
        .findFirst();
  }

  /** The last hash of the partition at a position. */
  public long lastHash(int index) {
    return index + 1 == partitions.size() ? -1 : partitions.get(index + 1).firstHash() - 1;
  }

  /** The hashes of the partition at a position. */
  public HashBuckets buckets(int index) {
    return new HashBuckets(partitions.get(index).firstHash(), lastHash(index));
  }

  /** All hashes in their order, divided as the partitions are and, where those are few, further. */
  public List<HashBuckets> segments(int atLeast) {
    int parts = Math.min(HashBuckets.COUNT, (atLeast + size() - 1) / size());
    List<HashBuckets> segments = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      HashBuckets partition = buckets(i);
      long first = partition.first();
      for (int part = 1; part < parts; part++) {
        long next = partition.firstHash(part * HashBuckets.COUNT / parts);
        if (Long.compareUnsigned(next, partition.last()) > 0) {
          break;
        }
        segments.add(new HashBuckets(first, next - 1));
        first = next;
      }
      segments.add(new HashBuckets(first, partition.last()));
    }
    return segments;
  }

  /**
   * These partitions with the one at a position divided: it keeps its number and the hashes before
   * the given one, and a new one behind it has the rest.
   */
  PartitionMap split(int index, long hash) {
    int next = 1 + partitions.stream().mapToInt(Partition::number).max().orElse(0);
    List<Partition> changed = new ArrayList<>(partitions);
    changed.add(index + 1, new Partition(next, hash));
    return new PartitionMap(changed);
  }
}
