package io.partikey.shell.transfer;

import java.io.IOException;

/** A place in a source behind which nothing can be read, because nobody knows where it goes on. */
final class UnreadableRestException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What is wrong from a line on; the message is {@code file:line: reason}. */
  UnreadableRestException(String source, long line, String reason) {
    super(source + ':' + line + ": " + reason);
  }
}
