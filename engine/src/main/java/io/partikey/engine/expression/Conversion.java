package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.item.DocumentJson;
import io.partikey.engine.item.NumberText;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The conversion of one value to a type; {@link Cast} says which there are. */
final class Conversion {
  private final AttributeValue value;
  private final ValueType type;

  private Conversion(AttributeValue value, ValueType type) {
    this.value = value;
    this.type = type;
  }

  static AttributeValue convert(AttributeValue value, ValueType type) {
    Conversion conversion = new Conversion(value, type);
    return switch (type.kind()) {
      case STRING -> conversion.toText();
      case NUMBER -> conversion.toNumber();
      case DOUBLE -> conversion.number();
      case TINYINT, SMALLINT, INTEGER, BIGINT -> conversion.toWholeNumber();
      case BOOLEAN -> conversion.toBoolean();
      case BINARY -> conversion.toBinary();
      case DATE, TIME, TIMESTAMP -> DateConversion.convert(conversion.text(), type.kind());
      case NULL, LIST, MAP, STRING_SET, NUMBER_SET, BINARY_SET, BAG, JSON ->
          DocumentConversion.convert(value, type);
    };
  }

  private AttributeValue toText() {
    if (type.arguments().isEmpty()) {
      return new StringValue(plainText(value));
    }
    String text = plainText(value);
    int length = Math.min(type.arguments().get(0), text.codePointCount(0, text.length()));
    return new StringValue(text.substring(0, text.offsetByCodePoints(0, length)));
  }

  private static String plainText(AttributeValue value) {
    if (value instanceof StringValue string) {
      return string.text();
    }
    return value instanceof BinaryValue binary ? binary.toBase64() : DocumentJson.write(value);
  }

  private AttributeValue toNumber() {
    NumberValue number = number();
    List<Integer> arguments = type.arguments();
    if (arguments.isEmpty()) {
      return number;
    }
    int precision = arguments.get(0);
    int scale = arguments.size() > 1 ? arguments.get(1) : 0;
    BigDecimal rounded =
        DecimalMath.round(number.value(), BigDecimal.valueOf(scale), RoundingMode.HALF_UP);
    if (rounded.signum() != 0 && rounded.precision() - rounded.scale() > precision - scale) {
      throw outOfRange(number);
    }
    return new NumberValue(rounded);
  }

  private AttributeValue toWholeNumber() {
    NumberValue number = number();
    if (!type.kind().inRange(number.value().toBigInteger())) {
      throw outOfRange(number);
    }
    return new NumberValue(new BigDecimal(number.value().toBigInteger()));
  }

  private NumberValue number() {
    if (value instanceof NumberValue number) {
      return number;
    }
    if (value instanceof BooleanValue bool) {
      return NumberValue.of(bool.value() ? 1 : 0);
    }
    try {
      return new NumberValue(NumberText.parse(text().strip()));
    } catch (NumberFormatException notANumber) {
      throw invalidText(notANumber);
    }
  }

  private AttributeValue toBoolean() {
    if (value instanceof BooleanValue) {
      return value;
    }
    if (value instanceof NumberValue number) {
      return BooleanValue.of(number.value().signum() != 0);
    }
    return switch (text().strip().toLowerCase(Locale.ROOT)) {
      case "true", "t", "1" -> BooleanValue.TRUE;
      case "false", "f", "0" -> BooleanValue.FALSE;
      default -> throw invalidText(null);
    };
  }

  private AttributeValue toBinary() {
    if (value instanceof BinaryValue) {
      return value;
    }
    try {
      return BinaryValue.copyOf(Base64.getDecoder().decode(text()));
    } catch (IllegalArgumentException notBase64) {
      throw invalidText(notBase64);
    }
  }

  private String text() {
    if (value instanceof StringValue string) {
      return string.text();
    }
    throw wrongType(value, type);
  }

  private EngineException invalidText(@Nullable Throwable cause) {
    return new EngineException(
        ErrorCode.INVALID_TEXT, "Cannot cast \"" + text() + "\" to " + type + ".", null, cause);
  }

  private EngineException outOfRange(NumberValue number) {
    return new EngineException(
        ErrorCode.NUMBER_OUT_OF_RANGE,
        number.toPlainString() + " is out of the range of " + type + ".");
  }

  static EngineException wrongType(AttributeValue value, ValueType type) {
    return new EngineException(
        ErrorCode.WRONG_TYPE, "Cannot cast a value of type " + value.type() + " to " + type + ".");
  }
}
