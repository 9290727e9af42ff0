package io.partikey.shell.transfer;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** A file of UTF-8 text that is read from its beginning to its end, unpacked if it is gzip. */
final class InputFile implements Closeable {
  private static final String GZIP = ".gz";
  private static final int BUFFER = 1 << 16;
  private static final char BYTE_ORDER_MARK = '\ufeff';

  private final SeekableByteChannel channel;
  private final long size;
  private final BufferedReader reader;

  private InputFile(SeekableByteChannel channel, BufferedReader reader) throws IOException {
    this.channel = channel;
    this.size = channel.size();
    this.reader = reader;
  }

  /** Opens a file. */
  static InputFile open(Path file) throws IOException {
    SeekableByteChannel channel = Files.newByteChannel(file);
    try {
      InputStream bytes = new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
      InputStream unpacked = isPacked(file) ? new GZIPInputStream(bytes, BUFFER) : bytes;
      return new InputFile(channel, utf8(unpacked));
    } catch (IOException failed) {
      channel.close();
      throw failed;
    }
  }

  private static BufferedReader utf8(InputStream bytes) throws IOException {
    PushbackReader text =
        new PushbackReader(
            new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    int first = text.read();
    if (first >= 0 && first != BYTE_ORDER_MARK) {
      text.unread(first);
    }
    return new BufferedReader(new LineBound(text), BUFFER);
  }

  /** Whether a file is gzip, by its name. */
  static boolean isPacked(Path file) {
    return lowerName(file).endsWith(GZIP);
  }

  /** The extension of a file, without a gzip's, in lower case; empty if it has none. */
  static String extension(Path file) {
    String name = lowerName(file);
    String unpacked = isPacked(file) ? name.substring(0, name.length() - GZIP.length()) : name;
    return unpacked.substring(unpacked.lastIndexOf('.') + 1);
  }

  private static String lowerName(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * The text, without a byte order mark. Reading it raises {@link LineBound.LineTooLongException}
   * in a line that is too long.
   */
  BufferedReader reader() {
    return reader;
  }

  /** How much of the file was read, from 0 to 1. */
  double fraction() {
    try {
      return size == 0 ? 1 : Math.min(1, (double) channel.position() / size);
    } catch (IOException closed) {
      return 1;
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
