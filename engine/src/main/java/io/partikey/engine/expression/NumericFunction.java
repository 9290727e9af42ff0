package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NumberValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * SQL's functions of numbers, exact up to 38 digits.
 *
 * <p>MISSING gives MISSING, NULL gives NULL, any value that is no number MISSING. What is not
 * defined, such as the root of a negative number, is an error.
 */
public enum NumericFunction implements Function {
  /** {@code abs(x)}: the number without its sign. */
  ABS(1, 1, x -> x.get(0).abs()),
  /** {@code sign(x)}: -1, 0 or 1. */
  SIGN(1, 1, x -> BigDecimal.valueOf(x.get(0).signum())),
  /** {@code ceil(x)}: the least whole number that is not less. */
  CEIL(1, 1, x -> DecimalMath.round(x.get(0), BigDecimal.ZERO, RoundingMode.CEILING)),
  /** {@code floor(x)}: the greatest whole number that is not greater. */
  FLOOR(1, 1, x -> DecimalMath.round(x.get(0), BigDecimal.ZERO, RoundingMode.FLOOR)),
  /** {@code round(x[, n])}: to n digits behind the point, halves away from zero. */
  ROUND(1, 2, x -> DecimalMath.round(x.get(0), second(x), RoundingMode.HALF_UP)),
  /** {@code truncate(x[, n])}: without the digits behind the n-th. */
  TRUNCATE(1, 2, x -> DecimalMath.round(x.get(0), second(x), RoundingMode.DOWN)),
  /** {@code mod(x, y)}: the rest of a division, with the sign of the dividend. */
  MOD(2, 2, x -> DecimalMath.modulo(x.get(0), x.get(1))),
  /** {@code power(x, y)}: x to the power of y. */
  POWER(2, 2, x -> DecimalMath.power(x.get(0), x.get(1))),
  /** {@code sqrt(x)}: the square root. */
  SQRT(1, 1, x -> DecimalMath.squareRoot(x.get(0)));

  private final int leastArguments;
  private final int mostArguments;

  // The lambdas hold nothing.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Calculation calculation;

  NumericFunction(int leastArguments, int mostArguments, Calculation calculation) {
    this.leastArguments = leastArguments;
    this.mostArguments = mostArguments;
    this.calculation = calculation;
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
    return Absence.propagate(arguments, this::calculate);
  }

  private @Nullable AttributeValue calculate(List<AttributeValue> arguments) {
    List<BigDecimal> numbers = new ArrayList<>(arguments.size());
    for (AttributeValue argument : arguments) {
      if (!(argument instanceof NumberValue number)) {
        return null;
      }
      numbers.add(number.value());
    }
    return new NumberValue(calculation.of(numbers).round(DecimalMath.PRECISION));
  }

  private static BigDecimal second(List<BigDecimal> numbers) {
    return numbers.size() > 1 ? numbers.get(1) : BigDecimal.ZERO;
  }

  @FunctionalInterface
  private interface Calculation {
    BigDecimal of(List<BigDecimal> numbers);
  }
}
