package io.partikey.jdbc.type;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Values as numbers: numbers exactly, text that is a number, and 1 and 0 for true and false. Whole
 * numbers lose a fraction, as JDBC has it; what is outside the range of the type asked for is an
 * error, never cut.
 */
public final class Numbers {
  // What text is read as a number: far more than any type of number holds, so that neither its
  // digits
  // nor the zeros that an exponent stands for take long to write out.
  private static final int LONGEST_TEXT = 1000;
  private static final int FARTHEST_PLACE = 1000;

  private Numbers() {}

  /** A value as an exact number. */
  public static BigDecimal toBigDecimal(AttributeValue value) {
    if (value instanceof NumberValue number) {
      return plain(number);
    }
    if (value instanceof BooleanValue bool) {
      return bool.value() ? BigDecimal.ONE : BigDecimal.ZERO;
    }
    if (value instanceof StringValue string) {
      return parse(string);
    }
    throw ConversionErrors.notConvertible(value, "a number");
  }

  /** A number that shows without exponent where it is whole: clients show what toString gives. */
  static BigDecimal plain(NumberValue number) {
    BigDecimal value = number.value();
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  private static BigDecimal parse(StringValue string) {
    String text = string.text().strip();
    if (text.length() > LONGEST_TEXT) {
      throw ConversionErrors.notConvertible(string, "a number");
    }
    try {
      BigDecimal number = new BigDecimal(text);
      if (Math.abs((long) number.scale()) <= FARTHEST_PLACE) {
        return number;
      }
      throw ConversionErrors.notConvertible(string, "a number");
    } catch (NumberFormatException notANumber) {
      throw ConversionErrors.notConvertible(string, "a number", notANumber);
    }
  }

  /** A value as a number of this many digits after the point, rounded half up. */
  public static BigDecimal toBigDecimal(AttributeValue value, int scale) {
    return toBigDecimal(value).setScale(scale, RoundingMode.HALF_UP);
  }

  /** A value as a whole number. */
  public static BigInteger toBigInteger(AttributeValue value) {
    return toBigDecimal(value).toBigInteger();
  }

  /** A value as a long. */
  public static long toLong(AttributeValue value) {
    return whole(value, Long.MIN_VALUE, Long.MAX_VALUE, "a long");
  }

  /** A value as an int. */
  public static int toInt(AttributeValue value) {
    return (int) whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE, "an int");
  }

  /** A value as a short. */
  public static short toShort(AttributeValue value) {
    return (short) whole(value, Short.MIN_VALUE, Short.MAX_VALUE, "a short");
  }

  /** A value as a byte. */
  public static byte toByte(AttributeValue value) {
    return (byte) whole(value, Byte.MIN_VALUE, Byte.MAX_VALUE, "a byte");
  }

  private static long whole(AttributeValue value, long least, long greatest, String target) {
    BigDecimal number = toBigDecimal(value);
    // The magnitude first: a whole number of a huge exponent takes a huge array.
    if (number.precision() - number.scale() > 19) {
      throw ConversionErrors.outOfRange(value, target);
    }
    BigInteger whole = number.toBigInteger();
    if (whole.bitLength() > 63) {
      throw ConversionErrors.outOfRange(value, target);
    }
    long result = whole.longValue();
    if (result < least || result > greatest) {
      throw ConversionErrors.outOfRange(value, target);
    }
    return result;
  }

  /** A value as the nearest double. */
  public static double toDouble(AttributeValue value) {
    double result = toBigDecimal(value).doubleValue();
    if (Double.isInfinite(result)) {
      throw ConversionErrors.outOfRange(value, "a double");
    }
    return result;
  }

  /** A value as the nearest float. */
  public static float toFloat(AttributeValue value) {
    float result = toBigDecimal(value).floatValue();
    if (Float.isInfinite(result)) {
      throw ConversionErrors.outOfRange(value, "a float");
    }
    return result;
  }
}
