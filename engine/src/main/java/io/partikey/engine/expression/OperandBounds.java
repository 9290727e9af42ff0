package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ScalarOrder;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The bounds of BETWEEN, which ascend and have one type, and the length of the list of IN. */
final class OperandBounds {
  private static final int MOST_IN_OPERANDS = 100;

  private final Operands operands;

  OperandBounds(Operands operands) {
    this.operands = operands;
  }

  /** Checks the operands of an expression. */
  void check(Expression expression) {
    if (expression instanceof Between between) {
      requireOrder(operands.constant(between.lower()), operands.constant(between.upper()));
    }
    if (expression instanceof InList in && in.candidates().size() > MOST_IN_OPERANDS) {
      throw new EngineException(
          ErrorCode.LIMIT_EXCEEDED,
          "The IN operator is provided with too many operands; number of operands: "
              + in.candidates().size());
    }
  }

  private static void requireOrder(@Nullable AttributeValue lower, @Nullable AttributeValue upper) {
    if (lower == null || upper == null) {
      return;
    }
    if (lower.type() != upper.type()) {
      throw between("same data type for lower and upper bounds", lower, upper);
    }
    OptionalInt order = ScalarOrder.compare(lower, upper);
    if (order.isPresent() && order.getAsInt() > 0) {
      throw between("upper bound to be greater than or equal to lower bound", lower, upper);
    }
  }

  private static EngineException between(
      String requirement, AttributeValue lower, AttributeValue upper) {
    return new EngineException(
        ErrorCode.VALIDATION,
        "The BETWEEN operator requires "
            + requirement
            + "; lower bound operand: AttributeValue: "
            + attributeValue(lower)
            + ", upper bound operand: AttributeValue: "
            + attributeValue(upper));
  }

  private static String attributeValue(AttributeValue value) {
    return value.toJson().replace("\"", "");
  }
}
