package io.partikey.engine.store.key;

import java.util.Arrays;

/**
 * The keys from one up to, but not including, another one.
 *
 * <p>The arrays are shared and must not be changed. An end that is not behind the start is an empty
 * range.
 *
 * @param start the first key
 * @param end the key behind the last one
 */
// The identity of the arrays does not matter to anyone: ranges are never compared or hashed.
@SuppressWarnings("ArrayRecordComponent")
public record KeyRange(byte[] start, byte[] end) {

  /** The keys that begin with these bytes. */
  public static KeyRange ofPrefix(byte[] prefix) {
    return new KeyRange(prefix, successor(prefix));
  }

  /** Whether no key is in the range. */
  public boolean isEmpty() {
    return Arrays.compareUnsigned(start, end) >= 0;
  }

  /** Whether a key is in the range. */
  public boolean contains(byte[] key) {
    return Arrays.compareUnsigned(start, key) <= 0 && Arrays.compareUnsigned(key, end) < 0;
  }

  /** The keys that are in this range and in another one. */
  public KeyRange intersect(KeyRange other) {
    return new KeyRange(
        Arrays.compareUnsigned(start, other.start) >= 0 ? start : other.start,
        Arrays.compareUnsigned(end, other.end) <= 0 ? end : other.end);
  }

  /** The part of this range behind a key. */
  public KeyRange after(byte[] key) {
    return new KeyRange(Arrays.copyOf(key, key.length + 1), end).intersect(this);
  }

  /** The part of this range before a key. */
  public KeyRange before(byte[] key) {
    return new KeyRange(start, key).intersect(this);
  }

  /** The part of this range up to a key and with it. */
  public KeyRange through(byte[] key) {
    return new KeyRange(start, Arrays.copyOf(key, key.length + 1)).intersect(this);
  }

  /** The part of this range from a key on. */
  public KeyRange from(byte[] key) {
    return new KeyRange(key, end).intersect(this);
  }

  /** The least bytes that are greater than everything that begins with these bytes. */
  static byte[] successor(byte[] prefix) {
    int length = prefix.length;
    while (length > 0 && prefix[length - 1] == (byte) 0xFF) {
      length--;
    }
    if (length == 0) {
      throw new IllegalArgumentException("nothing is greater than bytes that are all FF");
    }
    byte[] next = Arrays.copyOf(prefix, length);
    next[length - 1]++;
    return next;
  }
}
