package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An attribute may not be compared with itself, though the answer would be known. */
final class OperandDistinction {
  /** Checks the operands of an expression. */
  void check(Expression expression) {
    if (expression instanceof Comparison comparison) {
      requireDistinct(comparison.operator().symbol(), comparison.children());
    }
    if (expression instanceof Between between) {
      requireDistinct("BETWEEN", between.children());
    }
    if (expression instanceof InList in) {
      requireDistinct("IN", in.children());
    }
    if (expression instanceof FunctionCall call && call.function() instanceof ScalarFunction) {
      requireDistinct(call.function().functionName(), call.arguments());
    }
  }

  private static void requireDistinct(String operator, List<Expression> operands) {
    Expression first = operands.get(0);
    if (Operands.isPath(first) && operands.subList(1, operands.size()).contains(first)) {
      throw new EngineException(
          ErrorCode.VALIDATION,
          "The first operand must be distinct from the remaining operands for this operator or"
              + " function; operator: "
              + operator
              + ", first operand: "
              + path(first));
    }
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
}
