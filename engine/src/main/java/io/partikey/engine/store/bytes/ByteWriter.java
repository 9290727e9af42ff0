package io.partikey.engine.store.bytes;

import java.util.Arrays;

/** A growing array of bytes to which records are written. Big-endian. */
public final class ByteWriter {
  private static final int MAX_VARINT_BYTES = 10;

  private byte[] bytes;
  private int size;

  public ByteWriter() {
    this(128);
  }

  /** A writer that has room for so many bytes before it grows. */
  public ByteWriter(int capacity) {
    bytes = new byte[capacity];
  }

  /** How many bytes were written. */
  public int size() {
    return size;
  }

  /** Writes one byte, the low eight bits. */
  public void writeByte(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  /** Writes bytes as they are. */
  public void writeBytes(byte[] source) {
    writeBytes(source, 0, source.length);
  }

  /** Writes a part of an array as it is. */
  public void writeBytes(byte[] source, int offset, int length) {
    room(length);
    System.arraycopy(source, offset, bytes, size, length);
    size += length;
  }

  /** Writes four bytes. */
  public void writeInt(int value) {
    room(Integer.BYTES);
    for (int shift = Integer.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  /** Writes eight bytes. */
  public void writeLong(long value) {
    room(Long.BYTES);
    for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  /** Writes an unsigned number in seven bits a byte, the lowest first. */
  public void writeVarint(long value) {
    room(MAX_VARINT_BYTES);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** Writes a signed number near zero in few bytes. */
  public void writeSignedVarint(int value) {
    writeVarint(((value << 1) ^ (value >> 31)) & 0xFFFF_FFFFL);
  }

  /** Writes the length of a text in UTF-8, then the text. */
  public void writeText(String text) {
    writeBlock(Utf8.encode(text));
  }

  /** Writes the length of an array, then the array. */
  public void writeBlock(byte[] block) {
    writeVarint(block.length);
    writeBytes(block);
  }

  /** Writes the length of what another writer holds, then that. */
  public void writeBlock(ByteWriter block) {
    writeVarint(block.size);
    writeBytes(block.bytes, 0, block.size);
  }

  /** Forgets what was written and keeps the room. */
  public void clear() {
    size = 0;
  }

  /** A copy of what was written. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }
}
