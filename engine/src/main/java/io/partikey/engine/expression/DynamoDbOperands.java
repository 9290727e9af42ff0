package io.partikey.engine.expression;

import io.partikey.engine.error.EngineException;
import org.jspecify.annotations.Nullable;

/**
 * What DynamoDB asks of the operands of a condition or a SET before it reads anything, whatever the
 * items hold. The first mistake of the text is the one that is named; an operator is looked at
 * after its operands.
 */
public final class DynamoDbOperands {
  private final OperatorCount count = new OperatorCount();
  private final OperandDistinction distinction = new OperandDistinction();
  private final OperandRules types;
  private final OperandBounds bounds;

  private DynamoDbOperands(@Nullable Environment parameters) {
    Operands operands = new Operands(parameters);
    this.types = new OperandRules(operands);
    this.bounds = new OperandBounds(operands);
  }

  /**
   * Checks an expression as far as its constants go, whatever its parameters will be.
   *
   * @throws EngineException as {@link #check(Expression, Parameters)} does
   */
  public static void checkConstants(Expression expression) {
    new DynamoDbOperands(null).check(expression);
  }

  /**
   * Checks the constants and parameters of an expression.
   *
   * @throws EngineException with {@code WRONG_TYPE}, {@code VALIDATION} or {@code LIMIT_EXCEEDED}
   *     and the service's message
   */
  public static void check(Expression expression, Parameters parameters) {
    new DynamoDbOperands(Environment.of(parameters)).check(expression);
  }

  private void check(Expression expression) {
    boolean first = true;
    for (Expression child : expression.children()) {
      check(child);
      if (expression instanceof Logical && !first) {
        count.add();
      }
      first = false;
    }
    count.count(expression);
    PlaceholderNames.check(expression);
    distinction.check(expression);
    types.check(expression);
    bounds.check(expression);
  }
}
