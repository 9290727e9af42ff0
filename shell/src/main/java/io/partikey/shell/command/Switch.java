package io.partikey.shell.command;

import io.partikey.shell.session.ShellException;
import java.util.Locale;

/** The words {@code on} and {@code off}. */
final class Switch {
  private Switch() {}

  /**
   * Reads one of the words.
   *
   * @throws ShellException if it is another
   */
  static boolean read(String word) throws ShellException {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "on" -> true;
      case "off" -> false;
      default -> throw new ShellException("Not \"" + word + "\" but on or off is meant here.");
    };
  }

  /** The word for a state. */
  static String name(boolean on) {
    return on ? "on" : "off";
  }
}
