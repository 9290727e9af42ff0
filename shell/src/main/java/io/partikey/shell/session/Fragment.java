package io.partikey.shell.session;

import java.util.Optional;

/**
 * A statement or a command, and where it was written.
 *
 * @param text the text, without the semicolon that ended it
 * @param source the file, if it comes from one
 * @param line the line of its first character, from 1
 */
public record Fragment(String text, Optional<String> source, int line) {
  /** A fragment that was typed. */
  public static Fragment typed(String text) {
    return new Fragment(text, Optional.empty(), 1);
  }

  /** Another text at the same place. */
  public Fragment withText(String other) {
    return new Fragment(other, source, line);
  }

  /** Whether it is a command of the shell rather than a statement. */
  public boolean isCommand() {
    return text.startsWith("\\");
  }
}
