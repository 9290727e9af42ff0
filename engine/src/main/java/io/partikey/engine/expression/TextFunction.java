package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.ItemSize;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * SQL's functions of strings. Positions count characters (code points) from 1.
 *
 * <p>MISSING gives MISSING, NULL gives NULL, an argument of another type than the function takes
 * MISSING.
 */
public enum TextFunction implements Function {
  /** {@code upper(text)}: in upper case, by the rules of no particular language. */
  UPPER(1, 1, a -> text(a, 0, s -> new StringValue(s.toUpperCase(Locale.ROOT)))),
  /** {@code lower(text)}: in lower case, by the rules of no particular language. */
  LOWER(1, 1, a -> text(a, 0, s -> new StringValue(s.toLowerCase(Locale.ROOT)))),
  /** {@code char_length(text)}: how many characters. */
  CHAR_LENGTH(1, 1, a -> text(a, 0, s -> NumberValue.of(characters(s)))),
  /** {@code octet_length(value)}: how many bytes, of a string in UTF-8 or of a binary. */
  OCTET_LENGTH(1, 1, TextFunction::octetLength),
  /** {@code substring(text, from[, length])}: characters from a position, which may be below 1. */
  SUBSTRING(2, 3, a -> text(a, 0, s -> substring(s, a))),
  /** {@code trim(text[, characters])}: without spaces, or these characters, at both ends. */
  TRIM(1, 2, a -> trim(a, true, true)),
  /** {@code ltrim(text[, characters])}: without them at the beginning. */
  LTRIM(1, 2, a -> trim(a, true, false)),
  /** {@code rtrim(text[, characters])}: without them at the end. */
  RTRIM(1, 2, a -> trim(a, false, true)),
  /** {@code position(part, text[, from])}: where the part begins, 0 if it is not there. */
  POSITION(2, 3, a -> text(a, 0, part -> text(a, 1, s -> position(part, s, a)))),
  /** {@code replace(text, part, other)}: every part replaced; nothing for an empty part. */
  REPLACE(3, 3, a -> text(a, 0, s -> text(a, 1, part -> text(a, 2, o -> replace(s, part, o))))),
  /** {@code concat(a, b, …)}, and {@code a || b}: strings joined. */
  CONCAT(1, Integer.MAX_VALUE, TextFunction::concat);

  private static final long MOST_CHARACTERS =
      Math.min(Integer.MAX_VALUE / 2, Runtime.getRuntime().maxMemory() / 16);

  private final int leastArguments;
  private final int mostArguments;

  // The lambdas hold nothing.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Absence.Operation operation;

  TextFunction(int leastArguments, int mostArguments, Absence.Operation operation) {
    this.leastArguments = leastArguments;
    this.mostArguments = mostArguments;
    this.operation = operation;
  }

  @Override
  public String functionName() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public int leastArguments() {
    return leastArguments;
  }

  @Override
  public int mostArguments() {
    return mostArguments;
  }

  @Override
  public @Nullable AttributeValue apply(List<@Nullable AttributeValue> arguments) {
    return Absence.propagate(arguments, operation);
  }

  @FunctionalInterface
  private interface OfText {
    @Nullable AttributeValue apply(String text);
  }

  private static @Nullable AttributeValue text(
      List<AttributeValue> arguments, int index, OfText function) {
    return arguments.get(index) instanceof StringValue string
        ? function.apply(string.text())
        : null;
  }

  private static @Nullable AttributeValue octetLength(List<AttributeValue> arguments) {
    return arguments.get(0) instanceof BinaryValue binary
        ? NumberValue.of(binary.length())
        : text(arguments, 0, s -> NumberValue.of(ItemSize.utf8Length(s)));
  }

  private static @Nullable AttributeValue substring(String text, List<AttributeValue> arguments) {
    OptionalLong from = wholeNumber(arguments, 1, 1);
    OptionalLong length = wholeNumber(arguments, 2, Integer.MAX_VALUE);
    if (from.isEmpty() || length.isEmpty()) {
      return null;
    }
    if (length.getAsLong() < 0) {
      throw new EngineException(
          ErrorCode.INVALID_ARGUMENT,
          "The length of a substring is negative: " + length.getAsLong() + ".");
    }
    int end = characters(text) + 1;
    long first = Math.max(1, from.getAsLong());
    long last = Math.min(end, from.getAsLong() + length.getAsLong());
    return first >= last
        ? new StringValue("")
        : new StringValue(
            text.substring(
                text.offsetByCodePoints(0, (int) first - 1),
                text.offsetByCodePoints(0, (int) last - 1)));
  }

  private static @Nullable AttributeValue trim(
      List<AttributeValue> arguments, boolean atStart, boolean atEnd) {
    if (arguments.size() == 1) {
      return text(arguments, 0, s -> trim(s, " ", atStart, atEnd));
    }
    return text(arguments, 0, s -> text(arguments, 1, trimmed -> trim(s, trimmed, atStart, atEnd)));
  }

  private static StringValue trim(String text, String trimmed, boolean atStart, boolean atEnd) {
    int start = 0;
    int end = text.length();
    while (atStart && start < end && trimmed.indexOf(text.codePointAt(start)) >= 0) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (atEnd && start < end && trimmed.indexOf(text.codePointBefore(end)) >= 0) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return new StringValue(text.substring(start, end));
  }

  private static @Nullable AttributeValue position(
      String part, String text, List<AttributeValue> arguments) {
    OptionalLong from = wholeNumber(arguments, 2, 1);
    if (from.isEmpty()) {
      return null;
    }
    long skipped = Math.max(1, from.getAsLong()) - 1;
    if (skipped > characters(text)) {
      return NumberValue.ZERO;
    }
    int found = text.indexOf(part, text.offsetByCodePoints(0, (int) skipped));
    return found < 0 ? NumberValue.ZERO : NumberValue.of(text.codePointCount(0, found) + 1);
  }

  private static StringValue replace(String text, String part, String other) {
    if (part.isEmpty()) {
      return new StringValue(text);
    }
    if (other.length() > part.length()) {
      long parts = 0;
      for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
        parts++;
      }
      requireRoom(text.length() + parts * (other.length() - part.length()));
    }
    return new StringValue(text.replace(part, other));
  }

  // A few large texts make one that no memory holds.
  private static void requireRoom(long characters) {
    if (characters > MOST_CHARACTERS) {
      throw new EngineException(
          ErrorCode.LIMIT_EXCEEDED,
          "A text of "
              + characters
              + " characters is longer than the "
              + MOST_CHARACTERS
              + " that an expression may make, a sixteenth of the Java heap. Join or replace less at"
              + " once.");
    }
  }

  private static @Nullable AttributeValue concat(List<AttributeValue> arguments) {
    StringBuilder joined = new StringBuilder();
    for (AttributeValue argument : arguments) {
      if (!(argument instanceof StringValue string)) {
        return null;
      }
      requireRoom((long) joined.length() + string.text().length());
      joined.append(string.text());
    }
    return new StringValue(joined.toString());
  }

  private static int characters(String text) {
    return text.codePointCount(0, text.length());
  }

  // No string is longer than an int counts, so numbers beyond mean the same as the greatest int.
  private static OptionalLong wholeNumber(List<AttributeValue> arguments, int index, int absent) {
    if (index >= arguments.size()) {
      return OptionalLong.of(absent);
    }
    if (arguments.get(index) instanceof NumberValue number && DecimalMath.isWhole(number.value())) {
      BigDecimal most = BigDecimal.valueOf(Integer.MAX_VALUE);
      return OptionalLong.of(number.value().max(most.negate()).min(most).longValue());
    }
    return OptionalLong.empty();
  }
}
