package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import org.jspecify.annotations.Nullable;

/**
 * What is known of operands before there is an item: the values of constants and parameters, and
 * the types of what operators and functions give.
 *
 * @param parameters the values of parameters; null while they are not known
 */
record Operands(@Nullable Environment parameters) {
  /** The value of a constant, or of a parameter that is known; null of anything else. */
  @Nullable AttributeValue constant(Expression operand) {
    Expression value = required(operand);
    if (value instanceof Literal literal) {
      return literal.value();
    }
    return value instanceof Parameter && parameters != null ? value.evaluate(parameters) : null;
  }

  /** The type of an operand whatever the item holds, null where that is not known. */
  @Nullable AttributeType type(Expression operand) {
    Expression value = required(operand);
    if (value instanceof Predicate) {
      return AttributeType.BOOL;
    }
    if (value instanceof FunctionCall call && call.function() instanceof ScalarFunction function) {
      return function == ScalarFunction.SIZE ? AttributeType.N : AttributeType.BOOL;
    }
    if (value instanceof FunctionCall call && call.function() == UpdateFunction.LIST_APPEND) {
      return AttributeType.L;
    }
    if (value instanceof Arithmetic) {
      return AttributeType.N;
    }
    @Nullable AttributeValue constant = constant(value);
    return constant == null ? null : constant.type();
  }

  /** Whether an operand is a document path. */
  static boolean isPath(Expression operand) {
    return operand instanceof AttributeReference
        || (operand instanceof PathAccess path && path.base() instanceof AttributeReference);
  }

  /** Whether an operand is a value that the statement gives. */
  static boolean isConstant(Expression operand) {
    return operand instanceof Literal || operand instanceof Parameter;
  }

  private static Expression required(Expression operand) {
    return operand instanceof Required required ? required.operand() : operand;
  }
}
