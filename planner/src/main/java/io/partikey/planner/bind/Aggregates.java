package io.partikey.planner.bind;

import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Expression;
import io.partikey.parser.ast.AggregateCallSyntax;

/** What becomes of aggregates, and of the keys of groups, inside the expressions of one clause. */
public interface Aggregates {
  /** A clause that is evaluated for each row, where no aggregate may stand. */
  Aggregates NONE =
      new Aggregates() {
        @Override
        public Expression call(AggregateCallSyntax call, Scope scope) {
          throw BindingErrors.at(
              call.span(),
              ErrorCode.VALIDATION,
              call.function()
                  + " is over the rows of a group and cannot stand here. It may stand in the select"
                  + " list, in HAVING and in ORDER BY.");
        }

        @Override
        public Expression keyOr(Expression expression) {
          return expression;
        }
      };

  /** The column that holds an aggregate. */
  Expression call(AggregateCallSyntax call, Scope scope);

  /** The column of the group's key that an expression is, otherwise the expression. */
  Expression keyOr(Expression expression);
}
