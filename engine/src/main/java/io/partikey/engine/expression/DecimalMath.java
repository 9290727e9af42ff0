package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.NumberValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Calculation with numbers as DynamoDB has them: 38 digits, rounded half up. */
final class DecimalMath {
  /** The precision of every result that is not exact. */
  static final MathContext PRECISION =
      new MathContext(NumberValue.MAX_DIGITS, RoundingMode.HALF_UP);

  // No number has a digit further left or right, so rounding there changes nothing or leaves zero.
  private static final int FARTHEST_PLACE = 200;

  // The greatest exponent that BigDecimal.pow takes with a precision.
  private static final BigDecimal MAX_POWER = BigDecimal.valueOf(999_999_999);

  private DecimalMath() {}

  static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
    return dividend.divide(nonZero(divisor), PRECISION);
  }

  /** The rest of a division, with the sign of the dividend. */
  static BigDecimal modulo(BigDecimal dividend, BigDecimal divisor) {
    return dividend.remainder(nonZero(divisor));
  }

  /** A number rounded to so many digits behind the point, or before it where they are negative. */
  static BigDecimal round(BigDecimal number, BigDecimal places, RoundingMode mode) {
    BigDecimal farthest = BigDecimal.valueOf(FARTHEST_PLACE);
    int scale = places.max(farthest.negate()).min(farthest).intValue();
    return scale >= number.scale() ? number : number.setScale(scale, mode);
  }

  /** A power; exact digits for whole exponents, those of a double for others. */
  static BigDecimal power(BigDecimal base, BigDecimal exponent) {
    if (base.signum() == 0 && exponent.signum() < 0) {
      throw divisionByZero();
    }
    if (isWhole(exponent) && exponent.abs().compareTo(MAX_POWER) <= 0) {
      return wholePower(base, exponent.intValue());
    }
    double power = Math.pow(base.doubleValue(), exponent.doubleValue());
    if (Double.isNaN(power)) {
      throw new EngineException(
          ErrorCode.INVALID_ARGUMENT,
          "The power of a negative number with a fractional exponent is no number: power("
              + base.toPlainString()
              + ", "
              + exponent.toPlainString()
              + ").");
    }
    if (Double.isInfinite(power)) {
      throw overflow(base, exponent);
    }
    return BigDecimal.valueOf(power);
  }

  static BigDecimal squareRoot(BigDecimal number) {
    if (number.signum() < 0) {
      throw new EngineException(
          ErrorCode.INVALID_ARGUMENT,
          "A negative number has no square root: sqrt(" + number.toPlainString() + ").");
    }
    return number.sqrt(PRECISION);
  }

  static boolean isWhole(BigDecimal number) {
    return number.stripTrailingZeros().scale() <= 0;
  }

  private static BigDecimal wholePower(BigDecimal base, int exponent) {
    try {
      BigDecimal power = base.pow(Math.abs(exponent), PRECISION);
      return exponent < 0 ? BigDecimal.ONE.divide(power, PRECISION) : power;
    } catch (ArithmeticException outOfRange) {
      throw overflow(base, BigDecimal.valueOf(exponent));
    }
  }

  private static BigDecimal nonZero(BigDecimal divisor) {
    if (divisor.signum() == 0) {
      throw divisionByZero();
    }
    return divisor;
  }

  private static EngineException divisionByZero() {
    return new EngineException(
        ErrorCode.DIVISION_BY_ZERO,
        "Division by zero. Guard the divisor, for example NULLIF(divisor, 0).");
  }

  private static EngineException overflow(BigDecimal base, BigDecimal exponent) {
    return new EngineException(
        ErrorCode.NUMBER_OUT_OF_RANGE,
        "The power is out of the range of numbers: power("
            + base.toPlainString()
            + ", "
            + exponent.toPlainString()
            + ").");
  }
}
