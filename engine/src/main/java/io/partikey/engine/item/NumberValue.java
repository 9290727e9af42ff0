package io.partikey.engine.item;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.math.BigDecimal;

/**
 * A number, DynamoDB's type N: exact, up to 38 significant digits, zero or of a magnitude from
 * 1E-130 to 9.99…E+125.
 *
 * <p>The value is normalised: no trailing zeros, so that 1, 1.0 and 1E0 are equal.
 */
public record NumberValue(BigDecimal value) implements AttributeValue {
  /** Most significant digits that a number may have. */
  public static final int MAX_DIGITS = 38;

  /** Exponent of the greatest magnitude. */
  public static final int MAX_EXPONENT = 125;

  /** Exponent of the least magnitude other than zero. */
  public static final int MIN_EXPONENT = -130;

  // The digits of a value with its zeros: what has more is refused before zeros are looked for,
  // which takes the square of their number.
  private static final int MOST_WRITTEN = 10_000;

  // More than MOST_WRITTEN digits have.
  private static final int MOST_BITS = 4 * MOST_WRITTEN;

  private static final double DIGITS_OF_A_BIT = Math.log10(2);

  private static final String OVERFLOW =
      "Number overflow. Attempting to store a number with magnitude larger than supported range";

  private static final String TOO_MANY_DIGITS =
      "Attempting to store more than 38 significant digits in a Number";

  private static final int LONGEST_QUOTE = 1000;

  /** The number zero. */
  public static final NumberValue ZERO = new NumberValue(BigDecimal.ZERO);

  /**
   * Checks and normalises.
   *
   * @throws EngineException with {@code NUMBER_OUT_OF_RANGE} and the service's message
   */
  public NumberValue {
    value = normalised(value);
  }

  /**
   * The number that a value of a program is, which may have any number of digits.
   *
   * @throws EngineException with {@code NUMBER_OUT_OF_RANGE} and the service's message
   */
  public static NumberValue of(BigDecimal value) {
    // Counting digits takes the square of their number, counting bits nothing.
    int bits = value.unscaledValue().bitLength();
    if (bits > MOST_BITS) {
      boolean overflows = bits * DIGITS_OF_A_BIT - value.scale() > MAX_EXPONENT + 1;
      throw outOfRange(overflows ? OVERFLOW : TOO_MANY_DIGITS);
    }
    return new NumberValue(value);
  }

  /** The number that a long is. */
  public static NumberValue of(long value) {
    return new NumberValue(BigDecimal.valueOf(value));
  }

  /**
   * Reads a number as DynamoDB writes it.
   *
   * @throws EngineException with {@code VALIDATION} if the text is no number, with {@code
   *     NUMBER_OUT_OF_RANGE} if it is too large, too small or too long
   */
  public static NumberValue parse(String text) {
    if (text.isEmpty()) {
      throw new EngineException(
          ErrorCode.VALIDATION, "The parameter cannot be converted to a numeric value");
    }
    try {
      return new NumberValue(NumberText.parse(text));
    } catch (NumberFormatException notANumber) {
      throw new EngineException(
          ErrorCode.VALIDATION,
          "The parameter cannot be converted to a numeric value: "
              + (text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + "..."),
          notANumber);
    }
  }

  private static BigDecimal normalised(BigDecimal value) {
    if (value.signum() == 0) {
      return BigDecimal.ZERO;
    }
    // Overflows as the service's does: it calls 1E2147483647 an underflow.
    int integerDigits = value.precision() - value.scale();
    if (integerDigits > MAX_EXPONENT + 1) {
      throw outOfRange(OVERFLOW);
    }
    if (integerDigits < MIN_EXPONENT + 1) {
      throw outOfRange(
          "Number underflow. Attempting to store a number with magnitude smaller than supported"
              + " range");
    }
    if (value.precision() <= MOST_WRITTEN) {
      BigDecimal stripped = value.stripTrailingZeros();
      if (stripped.precision() <= MAX_DIGITS) {
        return stripped;
      }
    }
    throw outOfRange(TOO_MANY_DIGITS);
  }

  private static EngineException outOfRange(String message) {
    return new EngineException(ErrorCode.NUMBER_OUT_OF_RANGE, message);
  }

  @Override
  public AttributeType type() {
    return AttributeType.N;
  }

  /** The number in plain notation, without an exponent, as the service returns it. */
  public String toPlainString() {
    return value.toPlainString();
  }

  @Override
  public String toString() {
    return toJson();
  }
}
