package io.partikey.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The contents of streams that parameters are set to, read at once. */
final class Streams {
  /** A length that no stream has: everything up to the end. */
  static final int TO_THE_END = Integer.MAX_VALUE;

  private Streams() {}

  /** A length that a client gave. */
  static int checked(long length) throws SQLException {
    if (length < 0 || length >= TO_THE_END) {
      throw SqlExceptions.invalidArgument("A length of " + length + " is out of range");
    }
    return (int) length;
  }

  static byte @Nullable [] bytes(@Nullable InputStream stream, int length) throws SQLException {
    if (stream == null) {
      return null;
    }
    try {
      byte[] bytes = stream.readNBytes(length);
      checkComplete(bytes.length, length);
      return bytes;
    } catch (IOException unreadable) {
      throw notReadable(unreadable);
    }
  }

  static @Nullable String ascii(@Nullable InputStream stream, int length) throws SQLException {
    return text(stream, length, StandardCharsets.US_ASCII);
  }

  static @Nullable String utf8(@Nullable InputStream stream, int length) throws SQLException {
    return text(stream, length, StandardCharsets.UTF_8);
  }

  private static @Nullable String text(@Nullable InputStream stream, int length, Charset charset)
      throws SQLException {
    byte @Nullable [] bytes = bytes(stream, length);
    return bytes == null ? null : new String(bytes, charset);
  }

  static @Nullable String text(@Nullable Reader reader, int length) throws SQLException {
    if (reader == null) {
      return null;
    }
    try {
      StringBuilder text = new StringBuilder();
      char[] buffer = new char[8192];
      for (int read = 0; read >= 0 && text.length() < length; ) {
        text.append(buffer, 0, read);
        read = reader.read(buffer, 0, Math.min(buffer.length, length - text.length()));
      }
      checkComplete(text.length(), length);
      return text.toString();
    } catch (IOException unreadable) {
      throw notReadable(unreadable);
    }
  }

  private static void checkComplete(int read, int length) throws SQLException {
    if (length != TO_THE_END && read < length) {
      throw SqlExceptions.invalidArgument(
          "The stream ended after " + read + ", not after the " + length + " that were announced");
    }
  }

  private static SQLException notReadable(IOException cause) {
    SQLException error =
        SqlExceptions.invalidArgument("The stream could not be read: " + cause.getMessage());
    error.initCause(cause);
    return error;
  }
}
