package io.partikey.engine.store.bytes;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads records that {@link ByteWriter} wrote, from a part of an array that it does not own or
 * change. Whatever the bytes are, it raises nothing but {@code CORRUPT}.
 */
public final class ByteReader {
  private final byte[] bytes;
  private final int end;
  private int position;

  public ByteReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  /** A reader of the bytes from a position up to another one. */
  public ByteReader(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.position = start;
    this.end = end;
  }

  /** Where in the array the next byte is. */
  public int position() {
    return position;
  }

  /** Whether bytes are left. */
  public boolean hasMore() {
    return position < end;
  }

  /** Reads one byte, 0 to 255. */
  public int readByte() {
    require(1);
    return bytes[position++] & 0xFF;
  }

  /** Reads four bytes. */
  public int readInt() {
    return (int) readBigEndian(Integer.BYTES);
  }

  /** Reads eight bytes. */
  public long readLong() {
    return readBigEndian(Long.BYTES);
  }

  /** Reads an unsigned number of variable length. */
  public long readVarint() {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      int next = readByte();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw corrupt("a number has no end");
  }

  /** Reads a signed number near zero. */
  public int readSignedVarint() {
    int value = (int) readVarint();
    return (value >>> 1) ^ -(value & 1);
  }

  /** Reads a length that the bytes left do cover. */
  public int readLength() {
    long length = readVarint();
    if (length < 0 || length > end - position) {
      throw corrupt("a length of " + length + " passes the end");
    }
    return (int) length;
  }

  /** Reads a text after its length. */
  public String readText() {
    int length = readLength();
    String text = new String(bytes, position, length, StandardCharsets.UTF_8);
    position += length;
    return text;
  }

  /** Reads a text after its length, and says whether it is this one. */
  public boolean readTextEquals(String expected) {
    int length = readLength();
    int start = position;
    position += length;
    // Most names are ASCII, so that their lengths in bytes and characters agree.
    if (length == expected.length()) {
      for (int i = 0; i < length; i++) {
        if (bytes[start + i] != expected.charAt(i)) {
          return false;
        }
      }
      return true;
    }
    return length > expected.length()
        && new String(bytes, start, length, StandardCharsets.UTF_8).equals(expected);
  }

  /** Reads an array after its length. */
  public byte[] readBlock() {
    return readBytes(readLength());
  }

  /** Reads so many bytes. */
  public byte[] readBytes(int length) {
    require(length);
    byte[] copy = Arrays.copyOfRange(bytes, position, position + length);
    position += length;
    return copy;
  }

  /** Reads what is left. */
  public byte[] readRest() {
    return readBytes(end - position);
  }

  /** Reads what is left as a text. */
  public String readRestAsText() {
    String text = new String(bytes, position, end - position, StandardCharsets.UTF_8);
    position = end;
    return text;
  }

  /** Passes over so many bytes. */
  public void skip(int length) {
    require(length);
    position += length;
  }

  /** A reader of the next so many bytes, which this one passes over. */
  public ByteReader slice(int length) {
    require(length);
    ByteReader slice = new ByteReader(bytes, position, position + length);
    position += length;
    return slice;
  }

  /** The error for bytes that make no sense. */
  public static EngineException corrupt(String what) {
    return new EngineException(
        ErrorCode.CORRUPT,
        "Stored data is damaged: " + what + ". Restore the database from a backup.");
  }

  private long readBigEndian(int length) {
    require(length);
    long value = 0;
    for (int i = 0; i < length; i++) {
      value = (value << Byte.SIZE) | (bytes[position++] & 0xFF);
    }
    return value;
  }

  private void require(int length) {
    if (length < 0 || length > end - position) {
      throw corrupt("a record ends too early");
    }
  }
}
