package io.partikey.engine.item;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/** Bytes, DynamoDB's type B; ordered as unsigned bytes. */
public final class BinaryValue implements AttributeValue, Comparable<BinaryValue> {
  private final byte[] bytes;

  private BinaryValue(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The value that a copy of these bytes is. */
  public static BinaryValue copyOf(byte[] bytes) {
    return new BinaryValue(bytes.clone());
  }

  @Override
  public AttributeType type() {
    return AttributeType.B;
  }

  /** A copy of the bytes. */
  public byte[] toByteArray() {
    return bytes.clone();
  }

  /** A read-only view of the bytes, from its first to its last. */
  public ByteBuffer asReadOnlyBuffer() {
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }

  /** The bytes in base64, as JSON has them. */
  public String toBase64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** How many bytes there are. */
  public int length() {
    return bytes.length;
  }

  @Override
  public int compareTo(BinaryValue other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BinaryValue binary && Arrays.equals(bytes, binary.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return toJson();
  }
}
