package io.partikey.jdbc.type;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.NumberValue;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Java's numbers as values: exactly, a float or double as its shortest decimal form. */
final class ParameterNumbers {
  private ParameterNumbers() {}

  static NumberValue toValue(Number number) {
    if (number instanceof BigDecimal decimal) {
      return NumberValue.of(decimal);
    }
    if (number instanceof BigInteger integer) {
      return NumberValue.of(new BigDecimal(integer));
    }
    if (number instanceof Double || number instanceof Float) {
      return new NumberValue(finite(number));
    }
    if (number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte) {
      return NumberValue.of(number.longValue());
    }
    // AtomicLong, LongAdder and whatever else says of itself what number it is.
    return NumberValue.parse(number.toString());
  }

  private static BigDecimal finite(Number number) {
    try {
      return new BigDecimal(number.toString());
    } catch (NumberFormatException notFinite) {
      throw new EngineException(
          ErrorCode.NUMBER_OUT_OF_RANGE,
          number + " is no number that can be stored; only finite numbers are",
          notFinite);
    }
  }
}
