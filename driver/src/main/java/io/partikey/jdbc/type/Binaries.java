package io.partikey.jdbc.type;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinaryValue;

/** Values as bytes: binaries only, because text may stand in any encoding. */
public final class Binaries {
  private Binaries() {}

  /** A copy of a value's bytes. */
  public static byte[] toBytes(AttributeValue value) {
    if (value instanceof BinaryValue binary) {
      return binary.toByteArray();
    }
    throw ConversionErrors.notConvertible(value, "bytes");
  }
}
