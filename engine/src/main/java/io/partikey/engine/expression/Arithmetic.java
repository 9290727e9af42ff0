package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NullValue;
import io.partikey.engine.item.NumberValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic on two numbers, exact up to 38 digits; a quotient is rounded half up to 38.
 *
 * <p>Permissive: an operand of another type or MISSING gives MISSING, a NULL gives NULL. Strict, as
 * in the SET of an UPDATE: an operand that is no number is an error.
 */
public record Arithmetic(Operator operator, Expression left, Expression right, boolean strict)
    implements Expression {
  private static final MathContext PRECISION =
      new MathContext(NumberValue.MAX_DIGITS, RoundingMode.HALF_UP);

  /** The operation. */
  public enum Operator {
    ADD("+"),
    SUBTRACT("-"),
    MULTIPLY("*"),
    DIVIDE("/"),
    MODULO("%");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    /** The operator as it is written. */
    public String symbol() {
      return symbol;
    }
  }

  @Override
  public @Nullable AttributeValue evaluate(Environment environment) {
    @Nullable AttributeValue a = left.evaluate(environment);
    @Nullable AttributeValue b = right.evaluate(environment);
    if (a instanceof NumberValue x && b instanceof NumberValue y) {
      return new NumberValue(apply(x.value(), y.value()));
    }
    if (strict) {
      throw new EngineException(
          ErrorCode.VALIDATION, "An operand in the update expression has an incorrect data type");
    }
    boolean numbersOrNulls = isNumberOrNull(a) && isNumberOrNull(b);
    return numbersOrNulls ? NullValue.NULL : null;
  }

  private static boolean isNumberOrNull(@Nullable AttributeValue value) {
    return value instanceof NumberValue || value == NullValue.NULL;
  }

  private BigDecimal apply(BigDecimal x, BigDecimal y) {
    return switch (operator) {
      case ADD -> x.add(y);
      case SUBTRACT -> x.subtract(y);
      case MULTIPLY -> x.multiply(y, PRECISION);
      case DIVIDE -> x.divide(nonZero(y), PRECISION);
      case MODULO -> x.remainder(nonZero(y));
    };
  }

  private static BigDecimal nonZero(BigDecimal divisor) {
    if (divisor.signum() == 0) {
      throw new EngineException(
          ErrorCode.DIVISION_BY_ZERO,
          "Division by zero. Guard the divisor, for example NULLIF(divisor, 0).");
    }
    return divisor;
  }

  @Override
  public List<Expression> children() {
    return List.of(left, right);
  }

  @Override
  public Arithmetic withChildren(List<Expression> children) {
    return new Arithmetic(operator, children.get(0), children.get(1), strict);
  }
}
