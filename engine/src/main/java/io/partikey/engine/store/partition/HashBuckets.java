package io.partikey.engine.store.partition;

/**
 * A range of hashes in {@value #COUNT} parts of equal width, by which a partition's load is told
 * apart and at whose borders it is split. Hashes are unsigned.
 *
 * @param first the first hash of the range
 * @param last the last hash of the range
 */
public record HashBuckets(long first, long last) {
  /** How many parts there are; the last ones are empty where there are fewer hashes. */
  public static final int COUNT = 64;

  /** The part in which a hash of the range lies. */
  public int indexOf(long hash) {
    return (int) Long.divideUnsigned(hash - first, width());
  }

  /** The first hash of a part. */
  public long firstHash(int bucket) {
    return first + bucket * width();
  }

  private long width() {
    return Long.divideUnsigned(last - first, COUNT) + 1;
  }
}
