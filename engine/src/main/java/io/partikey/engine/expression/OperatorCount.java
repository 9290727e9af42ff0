package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;

/** The operators and functions of one expression, of which the service takes 300. */
final class OperatorCount {
  private static final int MOST = 300;

  private int operators;

  /** Counts an expression, not what is inside of it. AND and OR count one for each term added. */
  void count(Expression expression) {
    boolean isOperator =
        expression instanceof Predicate
            || expression instanceof FunctionCall
            || expression instanceof Arithmetic;
    if (isOperator && !(expression instanceof Logical)) {
      add();
    }
  }

  /** Counts an operator. */
  void add() {
    operators++;
    if (operators > MOST) {
      throw new EngineException(
          ErrorCode.LIMIT_EXCEEDED,
          "The expression contains too many operators; operator count: " + operators);
    }
  }
}
