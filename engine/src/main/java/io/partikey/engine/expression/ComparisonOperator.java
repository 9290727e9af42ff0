package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ScalarOrder;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How two values compare. Equality is deep and false between types; {@code <>} is its exact
 * complement, so it is true where an operand is MISSING. The orderings are false unless both are
 * strings, both numbers or both binaries.
 */
public enum ComparisonOperator {
  EQUAL("="),
  NOT_EQUAL("<>"),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  GREATER(">"),
  GREATER_OR_EQUAL(">=");

  private final String symbol;

  ComparisonOperator(String symbol) {
    this.symbol = symbol;
  }

  /** The operator as it is written. */
  public String symbol() {
    return symbol;
  }

  /** The operator that means the same with its operands exchanged. */
  public ComparisonOperator flip() {
    return switch (this) {
      case EQUAL, NOT_EQUAL -> this;
      case LESS -> GREATER;
      case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
      case GREATER -> LESS;
      case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
    };
  }

  /** Whether the comparison of two values, null for MISSING, holds. */
  public boolean test(@Nullable AttributeValue left, @Nullable AttributeValue right) {
    if (this == EQUAL) {
      return left != null && left.equals(right);
    }
    if (this == NOT_EQUAL) {
      return left == null || !left.equals(right);
    }
    if (left == null || right == null) {
      return false;
    }
    OptionalInt order = ScalarOrder.compare(left, right);
    return order.isPresent() && holds(order.getAsInt());
  }

  private boolean holds(int order) {
    return switch (this) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
    };
  }
}
