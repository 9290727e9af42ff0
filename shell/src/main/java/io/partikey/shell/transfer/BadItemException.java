package io.partikey.shell.transfer;

/** A place in a source that is no item. */
public final class BadItemException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is wrong at a line. */
  public BadItemException(String source, long line, String reason) {
    super(source + ':' + line + ": " + reason);
  }

  /** The place and the reason, {@code file:line: reason}. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
