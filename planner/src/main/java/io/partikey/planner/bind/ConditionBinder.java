package io.partikey.planner.bind;

import io.partikey.engine.expression.Expression;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.LogicalSyntax;
import io.partikey.planner.mode.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Binds the conditions of WHERE and ON, which may bound keys. */
final class ConditionBinder {
  private final BindingContext context;
  private final ExpressionBinder expressions;

  ConditionBinder(BindingContext context) {
    this.context = context;
    this.expressions = new ExpressionBinder(context, Aggregates.NONE);
  }

  /** The conditions that must all hold for one to hold, as they are written. */
  static Stream<ExpressionSyntax> written(ExpressionSyntax condition) {
    return condition instanceof LogicalSyntax logical
            && logical.operator() == LogicalSyntax.Operator.AND
        ? logical.operands().stream().flatMap(ConditionBinder::written)
        : Stream.of(condition);
  }

  /**
   * The conditions that must all hold for one to hold.
   *
   * @throws io.partikey.engine.error.EngineException with {@code KEY_INVALID} if one compares a key
   *     with a literal of another type
   */
  List<Expression> conjuncts(ExpressionSyntax condition, Scope scope) {
    return conjuncts(written(condition).toList(), scope);
  }

  /** The same of conditions that are taken apart; all are bound before any is checked. */
  List<Expression> conjuncts(List<ExpressionSyntax> conditions, Scope scope) {
    List<Expression> conjuncts = new ArrayList<>();
    List<Runnable> checks = new ArrayList<>();
    for (ExpressionSyntax condition : conditions) {
      List<Expression> bound =
          Simplification.conjuncts(expressions.bindCondition(condition, scope));
      if (context.mode().conditions() == Mode.Conditions.SIMPLIFIED) {
        KeyComparisons keys = new KeyComparisons(context, scope, condition.span());
        checks.add(() -> bound.forEach(keys::check));
      }
      conjuncts.addAll(bound);
    }
    checks.forEach(Runnable::run);
    return conjuncts;
  }
}
