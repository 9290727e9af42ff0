package io.partikey.shell.transfer;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Text of which no line is longer than memory allows: a file may be one line of any length, and a
 * small gzip may be a very long one.
 */
final class LineBound extends FilterReader {
  private static final int MEGABYTE = 1 << 20;

  /**
   * The most characters of a line or record: a sixteenth of the heap, between 4 and 32 million. The
   * JSON of an item takes some times the 400 KB of the item.
   */
  static final int MOST_CHARACTERS =
      (int) Math.min(32 * MEGABYTE, Math.max(4 * MEGABYTE, Runtime.getRuntime().maxMemory() / 16));

  private int length;

  LineBound(Reader text) {
    super(text);
  }

  /** A line is longer than it may be. */
  static final class LineTooLongException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public int read(char[] buffer, int offset, int count) throws IOException {
    int read = super.read(buffer, offset, count);
    for (int i = offset; i < offset + read; i++) {
      length = buffer[i] == '\n' || buffer[i] == '\r' ? 0 : length + 1;
      if (length > MOST_CHARACTERS) {
        throw new LineTooLongException();
      }
    }
    return read;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  /** What is said of a line or a record that is too long. */
  static String tooLong(String what) {
    return what
        + " is longer than "
        + MOST_CHARACTERS / MEGABYTE
        + " MB, the most that is read; an item has at most 400 KB.";
  }
}
