package io.partikey.shell.format;

import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import org.jspecify.annotations.Nullable;

/**
 * Bold, dim and coloured type by the escape sequences of ANSI terminals, or none of it.
 *
 * @param enabled whether there is a terminal to show it
 */
public record Style(boolean enabled) {
  private static final String RESET = "\u001b[0m";

  /** Text that stands out. */
  public String bold(String text) {
    return with("\u001b[1m", text);
  }

  /** Text that stands back. */
  public String dim(String text) {
    return with("\u001b[2m", text);
  }

  /** Text about something that went wrong. */
  public String red(String text) {
    return with("\u001b[31m", text);
  }

  /** Text that a reader may copy: a statement, a command. */
  public String cyan(String text) {
    return with("\u001b[36m", text);
  }

  /** The text of a cell; a NULL stands back, so that it is not taken for a string. */
  String cell(String text, @Nullable AttributeValue value) {
    return value != null && value.type() == AttributeType.NULL ? dim(text) : text;
  }

  private String with(String begin, String text) {
    return enabled && !text.isEmpty() ? begin + text + RESET : text;
  }
}
