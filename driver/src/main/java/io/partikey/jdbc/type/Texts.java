package io.partikey.jdbc.type;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Values as text: strings as they are, numbers without exponent, {@code true} and {@code false},
 * binaries in base64, lists, maps and sets as JSON. And what is written as text: truth, UUIDs,
 * URLs.
 */
public final class Texts {
  private Texts() {}

  /** A value as text. */
  public static String toText(AttributeValue value) {
    return switch (value.type()) {
      case S -> ((StringValue) value).text();
      case N -> ((NumberValue) value).toPlainString();
      case B -> Base64.getEncoder().encodeToString(((BinaryValue) value).toByteArray());
      case BOOL -> ((BooleanValue) value).value() ? "true" : "false";
      case NULL, L, M, SS, NS, BS -> Documents.toJson(value);
    };
  }

  /** A value as truth: a BOOL, the numbers 1 and 0, and the words that SQL clients use. */
  public static boolean toBoolean(AttributeValue value) {
    return truth(value).orElseThrow(() -> ConversionErrors.notConvertible(value, "a BOOLEAN"));
  }

  private static Optional<Boolean> truth(AttributeValue value) {
    if (value instanceof BooleanValue bool) {
      return Optional.of(bool.value());
    }
    if (!(value instanceof NumberValue || value instanceof StringValue)) {
      return Optional.empty();
    }
    return switch (toText(value).strip().toLowerCase(Locale.ROOT)) {
      case "true", "t", "1", "yes", "y", "on" -> Optional.of(true);
      case "false", "f", "0", "no", "n", "off" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  static UUID toUuid(AttributeValue value) {
    if (value instanceof StringValue string) {
      try {
        return UUID.fromString(string.text().strip());
      } catch (IllegalArgumentException notUuid) {
        throw ConversionErrors.notConvertible(value, "a UUID", notUuid);
      }
    }
    throw ConversionErrors.notConvertible(value, "a UUID");
  }

  /** A value as URL. */
  public static URL toUrl(AttributeValue value) {
    try {
      return new URL(toText(value));
    } catch (MalformedURLException notUrl) {
      throw ConversionErrors.notConvertible(value, "a URL", notUrl);
    }
  }
}
