package io.partikey.engine.store.key;

/**
 * The hash that spreads item collections over the partitions: FNV-1a over the encoded partition
 * values, finished so that every bit of the input reaches every bit of the hash. Part of the file
 * format.
 */
final class CollectionHash {
  private static final long OFFSET_BASIS = 0xCBF29CE484222325L;
  private static final long PRIME = 0x100000001B3L;

  private CollectionHash() {}

  static long of(byte[] encoded) {
    long hash = OFFSET_BASIS;
    for (byte next : encoded) {
      hash = (hash ^ (next & 0xFF)) * PRIME;
    }
    return finished(hash);
  }

  // The finaliser of MurmurHash3.
  private static long finished(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ (mixed >>> 33);
  }
}
