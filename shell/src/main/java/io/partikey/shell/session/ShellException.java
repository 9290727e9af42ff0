package io.partikey.shell.session;

/** Something that the user asked of the shell and that cannot be done; the message says why. */
public final class ShellException extends Exception {
  private static final long serialVersionUID = 1L;

  /** An error with what to do about it. */
  public ShellException(String message) {
    super(message);
  }

  /** An error with its cause. */
  public ShellException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The message, which an error of the shell always has. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
