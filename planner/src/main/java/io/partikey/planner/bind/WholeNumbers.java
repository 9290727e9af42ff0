package io.partikey.planner.bind;

import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.item.NumberValue;
import io.partikey.parser.ast.SourceSpan;

/** What LIMIT and OFFSET may be: whole numbers from 0. */
final class WholeNumbers {
  private WholeNumbers() {}

  /** The bound; a constant that is no count is refused. */
  static Expression checked(Expression bound, String clause, SourceSpan span) {
    if (bound instanceof Literal literal && !isCount(literal)) {
      throw BindingErrors.at(
          span, ErrorCode.INVALID_ARGUMENT, clause + " must be a whole number from 0.");
    }
    return bound;
  }

  private static boolean isCount(Literal literal) {
    if (!(literal.value() instanceof NumberValue number)) {
      return false;
    }
    return number.value().signum() >= 0 && number.value().scale() <= 0;
  }
}
