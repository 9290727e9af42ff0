package io.partikey.jdbc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Text in memory as a Clob. One that was read is a copy: changing it changes no item. Not
 * thread-safe.
 */
final class TextClob implements NClob {
  private String text;
  private boolean freed;

  TextClob(String text) {
    this.text = text;
  }

  private String text() throws SQLException {
    if (freed) {
      throw SqlExceptions.invalidArgument("The Clob has been freed");
    }
    return text;
  }

  @Override
  public long length() throws SQLException {
    return text().length();
  }

  @Override
  public String getSubString(long position, int length) throws SQLException {
    LargeObjectBounds.check(position, length, text().length());
    int start = (int) position - 1;
    return text.substring(start, Math.min(text.length(), start + length));
  }

  @Override
  public Reader getCharacterStream() throws SQLException {
    return new StringReader(text());
  }

  @Override
  public Reader getCharacterStream(long position, long length) throws SQLException {
    return new StringReader(getSubString(position, LargeObjectBounds.toInt(length)));
  }

  @Override
  public InputStream getAsciiStream() throws SQLException {
    return new ByteArrayInputStream(text().getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public long position(@Nullable String sought, long start) throws SQLException {
    String pattern = LargeObjectBounds.given(sought);
    LargeObjectBounds.check(start, 0, text().length());
    int found = text.indexOf(pattern, (int) start - 1);
    return found < 0 ? -1 : found + 1L;
  }

  @Override
  public long position(@Nullable Clob sought, long start) throws SQLException {
    Clob pattern = LargeObjectBounds.given(sought);
    return position(pattern.getSubString(1, LargeObjectBounds.toInt(pattern.length())), start);
  }

  @Override
  public int setString(long position, @Nullable String given) throws SQLException {
    String newText = LargeObjectBounds.given(given);
    LargeObjectBounds.check(position, newText.length(), text().length());
    replace((int) position - 1, newText);
    return newText.length();
  }

  @Override
  public int setString(long position, @Nullable String given, int offset, int length)
      throws SQLException {
    String newText = LargeObjectBounds.given(given);
    if (offset < 0 || length < 0 || offset > newText.length() - length) {
      throw SqlExceptions.invalidArgument(
          "There are no " + length + " characters from offset " + offset + " on");
    }
    return setString(position, newText.substring(offset, offset + length));
  }

  private void replace(int start, String newText) {
    int end = Math.min(text.length(), start + newText.length());
    text = text.substring(0, start) + newText + text.substring(end);
  }

  /** A stream whose characters become part of this Clob when it is flushed or closed. */
  @Override
  public OutputStream setAsciiStream(long position) throws SQLException {
    LargeObjectBounds.check(position, 0, text().length());
    return new ByteArrayOutputStream() {
      @Override
      public void flush() {
        replace((int) position - 1, toString(StandardCharsets.US_ASCII));
      }

      @Override
      public void close() {
        flush();
      }
    };
  }

  /** A writer whose characters become part of this Clob when it is flushed or closed. */
  @Override
  public Writer setCharacterStream(long position) throws SQLException {
    LargeObjectBounds.check(position, 0, text().length());
    return new StringWriter() {
      @Override
      public void flush() {
        replace((int) position - 1, toString());
      }

      @Override
      public void close() {
        flush();
      }
    };
  }

  @Override
  public void truncate(long length) throws SQLException {
    LargeObjectBounds.check(1, length, text().length());
    text = text.substring(0, (int) Math.min(length, text.length()));
  }

  @Override
  public void free() {
    freed = true;
    text = "";
  }
}
