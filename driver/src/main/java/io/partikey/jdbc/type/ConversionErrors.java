package io.partikey.jdbc.type;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import org.jspecify.annotations.Nullable;

/** The errors of conversions, each with the value that it is about, shortened. */
final class ConversionErrors {
  private static final int MAX_QUOTED = 80;

  private ConversionErrors() {}

  static EngineException notConvertible(AttributeValue value, String target) {
    return notConvertible(value, target, null);
  }

  static EngineException notConvertible(
      AttributeValue value, String target, @Nullable Throwable cause) {
    return error(
        ErrorCode.INVALID_TEXT, quoted(value) + " cannot be converted to " + target, cause);
  }

  static EngineException outOfRange(AttributeValue value, String target) {
    return error(
        ErrorCode.NUMBER_OUT_OF_RANGE, quoted(value) + " is out of the range of " + target, null);
  }

  static EngineException notDateTime(
      AttributeValue value, String target, @Nullable Throwable cause) {
    return error(
        ErrorCode.INVALID_DATETIME,
        quoted(value) + " is not " + target + "; dates and times are read from ISO-8601 text",
        cause);
  }

  static EngineException notJson(String text, EngineException cause) {
    return error(
        ErrorCode.INVALID_JSON,
        "'"
            + shortened(text)
            + "' is bound to an attribute that holds lists, maps or sets, and is not JSON: "
            + cause.getMessage(),
        cause);
  }

  private static EngineException error(ErrorCode code, String message, @Nullable Throwable cause) {
    return new EngineException(code, message, null, cause);
  }

  private static String quoted(AttributeValue value) {
    String text = shortened(Texts.toText(value));
    return value.type() == AttributeType.S ? "The text '" + text + "'" : describe(value, text);
  }

  private static String describe(AttributeValue value, String text) {
    return "The value " + text + " of type " + value.type();
  }

  private static String shortened(String text) {
    return text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "…";
  }
}
