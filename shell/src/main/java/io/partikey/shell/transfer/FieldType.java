package io.partikey.shell.transfer;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.item.DocumentJson;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the text of a CSV field becomes. */
enum FieldType {
  /** The string that it is. */
  STRING {
    @Override
    AttributeValue read(String text) {
      return new StringValue(text);
    }
  },
  /** A number. */
  NUMBER {
    @Override
    AttributeValue read(String text) {
      return NumberValue.parse(text.strip());
    }
  },
  /** {@code true} or {@code false}. */
  BOOLEAN {
    @Override
    AttributeValue read(String text) {
      return switch (text.strip().toLowerCase(Locale.ROOT)) {
        case "true" -> BooleanValue.of(true);
        case "false" -> BooleanValue.of(false);
        default -> throw new IllegalArgumentException("is not true or false");
      };
    }
  },
  /** Bytes in base64. */
  BINARY {
    @Override
    AttributeValue read(String text) {
      try {
        return BinaryValue.copyOf(Base64.getDecoder().decode(text.strip()));
      } catch (IllegalArgumentException notBase64) {
        throw new IllegalArgumentException("is not base64", notBase64);
      }
    }
  },
  /** A list, a map or a set as {@link DocumentJson}. */
  DOCUMENT {
    @Override
    AttributeValue read(String text) {
      return DocumentJson.readValue(text);
    }
  },
  /** A document if it is written like one, else a string: how exports write mixed columns. */
  DOCUMENT_OR_STRING {
    @Override
    AttributeValue read(String text) {
      if (!text.startsWith("{") && !text.startsWith("[") && !text.startsWith("<<")) {
        return new StringValue(text);
      }
      try {
        return DocumentJson.readValue(text);
      } catch (EngineException notDocument) {
        return new StringValue(text);
      }
    }
  },
  /** A number if it is written like one that stays as it is, else a string. */
  INFERRED {
    @Override
    AttributeValue read(String text) {
      return text.length() <= NumberValue.MAX_DIGITS && CANONICAL_NUMBER.matcher(text).matches()
          ? NumberValue.parse(text)
          : new StringValue(text);
    }
  };

  /** Not {@code 007}, {@code 1.50} or {@code +1}: such texts are codes rather than numbers. */
  private static final Pattern CANONICAL_NUMBER =
      Pattern.compile("0|-?[1-9][0-9]*|-?(0|[1-9][0-9]*)\\.[0-9]*[1-9]");

  /**
   * Reads a field.
   *
   * @throws IllegalArgumentException with a reason that follows the text, e.g. {@code is not
   *     base64}
   * @throws EngineException with a whole message
   */
  abstract AttributeValue read(String text);

  /** The type of a name that a user types, if there is one. */
  static Optional<FieldType> named(String name) {
    return Arrays.stream(values())
        .filter(type -> type.name().equalsIgnoreCase(name) && type.isOffered())
        .findFirst();
  }

  /** The names that a user may type. */
  static List<String> optionNames() {
    return Arrays.stream(values())
        .filter(FieldType::isOffered)
        .map(type -> type.name().toLowerCase(Locale.ROOT))
        .toList();
  }

  private boolean isOffered() {
    return this != DOCUMENT_OR_STRING && this != INFERRED;
  }
}
