package io.partikey.engine.store.key;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.store.bytes.ByteWriter;
import io.partikey.engine.store.bytes.Utf8;

/**
 * Writes key values as bytes in whose unsigned order the values are, and which delimit themselves.
 *
 * <pre>
 * S, B:  the bytes (S in UTF-8), each 00 as 00 FF, then the end 00 01
 * N:     see {@link NumberKey}
 * </pre>
 */
final class KeyValueWriter {
  private static final int ESCAPE = 0x00;
  private static final int ESCAPED_ZERO = 0xFF;
  private static final int END = 0x01;

  private KeyValueWriter() {}

  /** Writes a value of a key type. */
  static void write(AttributeValue value, ByteWriter key) {
    if (value instanceof NumberValue number) {
      NumberKey.write(number, key);
      return;
    }
    writePrefix(value, key);
    key.writeByte(ESCAPE);
    key.writeByte(END);
  }

  /** Writes the bytes with which every string or binary begins that begins with this one. */
  static void writePrefix(AttributeValue prefix, ByteWriter key) {
    for (byte next : plainBytes(prefix)) {
      key.writeByte(next);
      if (next == ESCAPE) {
        key.writeByte(ESCAPED_ZERO);
      }
    }
  }

  private static byte[] plainBytes(AttributeValue value) {
    if (value instanceof StringValue string) {
      return Utf8.encode(string.text());
    }
    if (value instanceof BinaryValue binary) {
      return binary.toByteArray();
    }
    throw new IllegalArgumentException("no key value: " + value.type());
  }
}
