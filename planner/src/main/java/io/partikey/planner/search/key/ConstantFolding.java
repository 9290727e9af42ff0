package io.partikey.planner.search.key;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Parameters;
import io.partikey.planner.bound.ExpressionRewriter;

/**
 * Evaluation of what has one value whatever the row and the parameters are: {@code 'u' || '1'}
 * becomes {@code 'u1'}. An expression that fails is left as it is and fails when the plan runs.
 */
public final class ConstantFolding {
  private static final Environment NOTHING = Environment.of(Parameters.NONE);

  private ConstantFolding() {}

  /** The expression with its constant parts evaluated. */
  public static Expression fold(Expression expression) {
    return ExpressionRewriter.rewrite(expression, ConstantFolding::foldNode);
  }

  private static Expression foldNode(Expression expression) {
    boolean constant =
        !expression.children().isEmpty()
            && expression.children().stream().allMatch(Literal.class::isInstance);
    if (!constant) {
      return expression;
    }
    try {
      return new Literal(expression.evaluate(NOTHING));
    } catch (EngineException failsWhenItRuns) {
      return expression;
    }
  }
}
