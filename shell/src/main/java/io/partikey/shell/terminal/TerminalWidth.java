package io.partikey.shell.terminal;

import java.io.IOException;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;

/** The width of the terminal that standard output goes to, without taking the terminal over. */
public final class TerminalWidth {
  private TerminalWidth() {}

  /** Columns of the terminal, 0 if nobody knows. */
  public static int ofOutput() {
    try {
      return Math.max(0, TerminalProvider.load("jni").systemStreamWidth(SystemStream.Output));
    } catch (IOException | LinkageError unknown) {
      return 0;
    }
  }
}
