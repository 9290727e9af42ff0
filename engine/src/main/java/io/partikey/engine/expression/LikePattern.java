package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of LIKE, read once: {@code %} stands for any characters, {@code _} for one, and behind
 * the escape character either one, or the escape character, for itself. Matching takes time
 * proportional to text and pattern, and compares characters exactly.
 */
public final class LikePattern {
  private static final int ANY_RUN = -1;
  private static final int ANY_ONE = -2;

  // Characters (code points), ANY_ONE and ANY_RUN; never two runs in succession.
  private final int[] parts;

  private LikePattern(int[] parts) {
    this.parts = parts;
  }

  /**
   * Reads a pattern.
   *
   * @param escape the escape character, null for none
   * @throws EngineException with {@code INVALID_ARGUMENT} if the escape is not one character, or
   *     stands before anything but what it can escape
   */
  public static LikePattern compile(String pattern, @Nullable String escape) {
    int escaping = escape == null ? Integer.MIN_VALUE : singleCharacter(escape);
    int[] characters = pattern.codePoints().toArray();
    int[] parts = new int[characters.length];
    int count = 0;
    for (int i = 0; i < characters.length; i++) {
      int part = characters[i];
      if (part == escaping) {
        i++;
        part = escaped(characters, i, escaping, pattern);
      } else if (part == '%') {
        part = ANY_RUN;
      } else if (part == '_') {
        part = ANY_ONE;
      }
      if (part != ANY_RUN || count == 0 || parts[count - 1] != ANY_RUN) {
        parts[count++] = part;
      }
    }
    return new LikePattern(Arrays.copyOf(parts, count));
  }

  private static int singleCharacter(String escape) {
    if (escape.codePointCount(0, escape.length()) != 1) {
      throw new EngineException(
          ErrorCode.INVALID_ARGUMENT,
          "The escape of LIKE is one character, for example '!'; this is none: \""
              + escape
              + "\".");
    }
    return escape.codePointAt(0);
  }

  private static int escaped(int[] characters, int index, int escape, String pattern) {
    if (index < characters.length
        && (characters[index] == '%' || characters[index] == '_' || characters[index] == escape)) {
      return characters[index];
    }
    throw new EngineException(
        ErrorCode.INVALID_ARGUMENT,
        "In the pattern \""
            + pattern
            + "\" the escape '"
            + Character.toString(escape)
            + "' stands before something else than %, _ or itself. Write it twice to match it.");
  }

  /** The characters before the first wildcard: every match begins with them. */
  public String prefix() {
    StringBuilder prefix = new StringBuilder();
    for (int i = 0; i < parts.length && parts[i] >= 0; i++) {
      prefix.appendCodePoint(parts[i]);
    }
    return prefix.toString();
  }

  /** Whether the pattern matches all that begins with {@link #prefix}, as {@code 'abc%'} does. */
  public boolean isPrefix() {
    int last = parts.length - 1;
    return last >= 0
        && parts[last] == ANY_RUN
        && Arrays.stream(parts, 0, last).allMatch(part -> part >= 0);
  }

  /** Whether the pattern matches its {@link #prefix} alone, as {@code 'abc'} does. */
  public boolean isLiteral() {
    return Arrays.stream(parts).allMatch(part -> part >= 0);
  }

  /** Whether a text, from its beginning to its end, is of this pattern. */
  public boolean matches(String text) {
    int[] characters = text.codePoints().toArray();
    int position = 0;
    int part = 0;
    // Where to go on when what follows the latest run does not match: the run takes one more.
    int afterRun = -1;
    int retry = 0;
    while (position < characters.length) {
      if (part < parts.length && parts[part] == ANY_RUN) {
        afterRun = ++part;
        retry = position;
      } else if (part < parts.length
          && (parts[part] == ANY_ONE || parts[part] == characters[position])) {
        part++;
        position++;
      } else if (afterRun >= 0) {
        part = afterRun;
        position = ++retry;
      } else {
        return false;
      }
    }
    return part == parts.length || (part == parts.length - 1 && parts[part] == ANY_RUN);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LikePattern pattern && Arrays.equals(parts, pattern.parts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(parts);
  }
}
