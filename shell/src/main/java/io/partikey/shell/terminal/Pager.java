package io.partikey.shell.terminal;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/**
 * Writes to a terminal and, if that is wanted, waits after each screen until the reader has seen
 * it.
 *
 * <p>When the reader has seen enough, what follows is dropped, and {@link PrintWriter#checkError}
 * tells its writer.
 */
final class Pager extends Writer {
  private static final String QUESTION = "-- more: any key, q to end --";

  private final Terminal terminal;
  private boolean wanted;
  private int lines;
  private boolean ended;

  /** A pager that does not wait yet. */
  Pager(Terminal terminal) {
    this.terminal = terminal;
  }

  /** A print writer on this pager. */
  PrintWriter printWriter() {
    return new PrintWriter(this) {
      @Override
      public boolean checkError() {
        return super.checkError() || ended;
      }
    };
  }

  /** Begins with an empty screen; from now on it waits if that is wanted. */
  void restart(boolean wanted) {
    this.wanted = wanted;
    lines = 0;
    ended = false;
  }

  @Override
  public void write(char[] text, int offset, int length) {
    for (int i = offset; i < offset + length && !ended; i++) {
      terminal.writer().write(text[i]);
      if (text[i] == '\n' && wanted) {
        endLine();
      }
    }
  }

  private void endLine() {
    lines++;
    int screen = terminal.getHeight() - 1;
    if (screen < 1 || lines < screen) {
      return;
    }
    lines = 0;
    terminal.writer().write(QUESTION);
    terminal.flush();
    int key = readKey();
    terminal.writer().write('\r' + " ".repeat(QUESTION.length()) + '\r');
    ended = key == 'q' || key == 'Q' || key == NonBlockingReader.EOF;
  }

  private int readKey() {
    Attributes former = terminal.enterRawMode();
    try {
      return terminal.reader().read();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      terminal.setAttributes(former);
    }
  }

  @Override
  public void flush() {
    terminal.flush();
  }

  @Override
  public void close() {
    flush();
  }
}
