package io.partikey.engine.store.write;

import java.util.Arrays;

/** Where the bytes of an item collection are counted: the key of a row. */
final class CollectionCounter {
  private final byte[] key;

  CollectionCounter(byte[] key) {
    this.key = key;
  }

  /** The key of its row, not to be changed. */
  byte[] key() {
    return key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CollectionCounter counter && Arrays.equals(key, counter.key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }
}
