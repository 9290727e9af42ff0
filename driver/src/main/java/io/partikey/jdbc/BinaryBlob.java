package io.partikey.jdbc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Blob;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Bytes in memory as a Blob. One that was read is a copy: changing it changes no item. Not
 * thread-safe.
 */
final class BinaryBlob implements Blob {
  private byte[] bytes;
  private boolean freed;

  /** A Blob that owns these bytes. */
  BinaryBlob(byte[] bytes) {
    this.bytes = bytes;
  }

  private byte[] bytes() throws SQLException {
    if (freed) {
      throw SqlExceptions.invalidArgument("The Blob has been freed");
    }
    return bytes;
  }

  @Override
  public long length() throws SQLException {
    return bytes().length;
  }

  @Override
  public byte[] getBytes(long position, int length) throws SQLException {
    LargeObjectBounds.check(position, length, bytes().length);
    int start = (int) position - 1;
    return Arrays.copyOfRange(bytes, start, Math.min(bytes.length, start + length));
  }

  @Override
  public InputStream getBinaryStream() throws SQLException {
    return new ByteArrayInputStream(bytes());
  }

  @Override
  public InputStream getBinaryStream(long position, long length) throws SQLException {
    return new ByteArrayInputStream(getBytes(position, LargeObjectBounds.toInt(length)));
  }

  @Override
  public long position(byte @Nullable [] sought, long start) throws SQLException {
    byte[] pattern = LargeObjectBounds.given(sought);
    LargeObjectBounds.check(start, 0, bytes().length);
    for (int i = (int) start - 1; i <= bytes.length - pattern.length; i++) {
      if (Arrays.equals(bytes, i, i + pattern.length, pattern, 0, pattern.length)) {
        return i + 1L;
      }
    }
    return -1;
  }

  @Override
  public long position(@Nullable Blob sought, long start) throws SQLException {
    Blob pattern = LargeObjectBounds.given(sought);
    return position(pattern.getBytes(1, LargeObjectBounds.toInt(pattern.length())), start);
  }

  @Override
  public int setBytes(long position, byte @Nullable [] newBytes) throws SQLException {
    return setBytes(position, newBytes, 0, LargeObjectBounds.given(newBytes).length);
  }

  @Override
  public int setBytes(long position, byte @Nullable [] given, int offset, int length)
      throws SQLException {
    byte[] newBytes = LargeObjectBounds.given(given);
    LargeObjectBounds.check(position, length, bytes().length);
    if (offset < 0 || offset > newBytes.length - length) {
      throw SqlExceptions.invalidArgument(
          "There are no " + length + " bytes from offset " + offset + " on");
    }
    int start = (int) position - 1;
    bytes = Arrays.copyOf(bytes, Math.max(bytes.length, start + length));
    System.arraycopy(newBytes, offset, bytes, start, length);
    return length;
  }

  /** A stream whose bytes become part of this Blob when it is flushed or closed. */
  @Override
  public OutputStream setBinaryStream(long position) throws SQLException {
    LargeObjectBounds.check(position, 0, bytes().length);
    return new ByteArrayOutputStream() {
      @Override
      public void flush() {
        int start = (int) position - 1;
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length, start + count));
        System.arraycopy(buf, 0, bytes, start, count);
      }

      @Override
      public void close() {
        flush();
      }
    };
  }

  @Override
  public void truncate(long length) throws SQLException {
    LargeObjectBounds.check(1, length, bytes().length);
    bytes = Arrays.copyOf(bytes, (int) Math.min(length, bytes.length));
  }

  @Override
  public void free() {
    freed = true;
    bytes = new byte[0];
  }
}
