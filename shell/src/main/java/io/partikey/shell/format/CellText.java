package io.partikey.shell.format;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.item.DocumentJson;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import org.jspecify.annotations.Nullable;

/** The text of a cell: scalars as they are, binary as base64, documents and sets as JSON. */
final class CellText {
  /** How a NULL is written; what is missing is written as nothing at all. */
  static final String NULL = "null";

  private CellText() {}

  /** The text with all its characters. */
  static String of(@Nullable AttributeValue value) {
    if (value == null) {
      return "";
    }
    return switch (value.type()) {
      case S -> ((StringValue) value).text();
      case N -> ((NumberValue) value).toPlainString();
      case B -> ((BinaryValue) value).toBase64();
      case BOOL -> Boolean.toString(((BooleanValue) value).value());
      case NULL -> NULL;
      case L, M, SS, NS, BS -> DocumentJson.write(value);
    };
  }

  /** The text on one line: line breaks and other control characters as escapes. */
  static String onOneLine(@Nullable AttributeValue value) {
    String text = of(value);
    if (text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    StringBuilder escaped = new StringBuilder();
    text.chars()
        .forEach(
            character -> {
              switch (character) {
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> {
                  if (Character.isISOControl(character)) {
                    escaped.append("\\u%04x".formatted(character));
                  } else {
                    escaped.append((char) character);
                  }
                }
              }
            });
    return escaped.toString();
  }
}
