package io.partikey.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The checks of positions, from 1, and lengths that Blob and Clob share. */
final class LargeObjectBounds {
  private LargeObjectBounds() {}

  static void check(long position, long length, int size) throws SQLException {
    if (position < 1 || position > size + 1L) {
      throw SqlExceptions.invalidArgument(
          "Positions are 1 to " + (size + 1L) + " here, not " + position);
    }
    if (length < 0 || length > Integer.MAX_VALUE - size) {
      throw SqlExceptions.invalidArgument("A length of " + length + " is out of range");
    }
  }

  /** What a client gave, which must be something. */
  static <T> T given(@Nullable T content) throws SQLException {
    if (content == null) {
      throw SqlExceptions.invalidArgument("A Blob or Clob takes no null");
    }
    return content;
  }

  static int toInt(long length) throws SQLException {
    if (length < 0 || length > Integer.MAX_VALUE) {
      throw SqlExceptions.invalidArgument("A length of " + length + " is out of range");
    }
    return (int) length;
  }
}
