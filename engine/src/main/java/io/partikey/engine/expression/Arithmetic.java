package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NullValue;
import io.partikey.engine.item.NumberValue;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arithmetic on two numbers.
 *
 * <p>Permissive, as in SQL: results are rounded half up to 38 digits; an operand that is MISSING
 * gives MISSING, else a NULL gives NULL, else an operand of another type MISSING. Strict, as in the
 * SET of an UPDATE: a sum of more than 38 digits is an error, and so is an operand that is no
 * number. Products and quotients are rounded in either case.
 */
public record Arithmetic(Operator operator, Expression left, Expression right, boolean strict)
    implements Expression {
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
    if (strict && !(a instanceof NumberValue)) {
      throw incorrectType();
    }
    @Nullable AttributeValue b = right.evaluate(environment);
    if (a instanceof NumberValue x && b instanceof NumberValue y) {
      BigDecimal result = apply(x.value(), y.value());
      return new NumberValue(strict ? result : result.round(DecimalMath.PRECISION));
    }
    if (strict) {
      throw incorrectType();
    }
    return a == null || b == null || (a != NullValue.NULL && b != NullValue.NULL)
        ? null
        : NullValue.NULL;
  }

  private static EngineException incorrectType() {
    return new EngineException(
        ErrorCode.WRONG_TYPE, "An operand in the update expression has an incorrect data type");
  }

  private BigDecimal apply(BigDecimal x, BigDecimal y) {
    return switch (operator) {
      case ADD -> x.add(y);
      case SUBTRACT -> x.subtract(y);
      case MULTIPLY -> x.multiply(y, DecimalMath.PRECISION);
      case DIVIDE -> DecimalMath.divide(x, y);
      case MODULO -> DecimalMath.modulo(x, y);
    };
  }

  @Override
  public List<Expression> children() {
    return List.of(left, right);
  }

  @Override
  public Arithmetic withChildren(List<Expression> children) {
    return new Arithmetic(operator, children.get(0), children.get(1), strict);
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitArithmetic(this);
  }
}
