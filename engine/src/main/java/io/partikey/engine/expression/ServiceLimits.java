package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ScalarOrder;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What DynamoDB refuses in a condition though it has a meaning: an attribute compared with itself,
 * a range from a greater to a lesser bound, and more operators and operands than it counts.
 */
public final class ServiceLimits {
  /** Most operands of IN. */
  public static final int MAX_IN_OPERANDS = 100;

  /** Most operators and functions of one condition. */
  public static final int MAX_OPERATORS = 300;

  private final @Nullable Environment parameters;

  private ServiceLimits(@Nullable Environment parameters) {
    this.parameters = parameters;
  }

  /**
   * Checks a condition, whatever its parameters will be.
   *
   * @throws EngineException as {@link #check} does
   */
  public static void checkConstants(Expression condition) {
    checkCount(condition);
    new ServiceLimits(null).check(condition);
  }

  /**
   * Checks a condition.
   *
   * @throws EngineException with {@code VALIDATION} or {@code LIMIT_EXCEEDED} and the service's
   *     message
   */
  public static void check(Expression condition, Parameters parameters) {
    checkCount(condition);
    new ServiceLimits(Environment.of(parameters)).check(condition);
  }

  private static void checkCount(Expression condition) {
    if (operators(condition) > MAX_OPERATORS) {
      throw new EngineException(
          ErrorCode.LIMIT_EXCEEDED,
          "The expression contains too many operators; operator count: " + (MAX_OPERATORS + 1));
    }
  }

  private static int operators(Expression expression) {
    int inside = expression.children().stream().mapToInt(ServiceLimits::operators).sum();
    if (expression instanceof Logical logical) {
      return inside + Math.max(0, logical.terms().size() - 1);
    }
    boolean isOperator =
        expression instanceof Predicate
            || expression instanceof FunctionCall
            || expression instanceof Arithmetic;
    return isOperator ? inside + 1 : inside;
  }

  private void check(Expression expression) {
    expression.children().forEach(this::check);
    if (expression instanceof Comparison comparison) {
      requireDistinct(comparison.operator().symbol(), comparison.children());
    }
    if (expression instanceof FunctionCall call
        && (call.function() == ScalarFunction.CONTAINS
            || call.function() == ScalarFunction.BEGINS_WITH)) {
      requireDistinct(call.function().functionName(), call.arguments());
    }
    if (expression instanceof Between between) {
      requireOrder(constant(between.lower()), constant(between.upper()));
    }
    if (expression instanceof InList inList && inList.candidates().size() > MAX_IN_OPERANDS) {
      throw new EngineException(
          ErrorCode.LIMIT_EXCEEDED,
          "The IN operator is provided with too many operands; number of operands: "
              + inList.candidates().size());
    }
  }

  private static void requireDistinct(String operator, List<Expression> operands) {
    Expression first = operands.get(0);
    if (isPath(first) && first.equals(operands.get(1))) {
      throw new EngineException(
          ErrorCode.VALIDATION,
          "The first operand must be distinct from the remaining operands for this operator or"
              + " function; operator: "
              + operator
              + ", first operand: "
              + path(first));
    }
  }

  private static boolean isPath(Expression operand) {
    return operand instanceof AttributeReference
        || (operand instanceof PathAccess path && path.base() instanceof AttributeReference);
  }

  private static String path(Expression operand) {
    if (operand instanceof PathAccess path) {
      return Stream.concat(
              Stream.of(((AttributeReference) path.base()).name()),
              path.steps().stream().map(TargetOverlap::text))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return "[" + ((AttributeReference) operand).name() + "]";
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

  private @Nullable AttributeValue constant(Expression operand) {
    if (operand instanceof Literal literal) {
      return literal.value();
    }
    return operand instanceof Parameter && parameters != null ? operand.evaluate(parameters) : null;
  }

  private static String attributeValue(AttributeValue value) {
    String text = value.toJson();
    return text.replace("\"", "");
  }
}
