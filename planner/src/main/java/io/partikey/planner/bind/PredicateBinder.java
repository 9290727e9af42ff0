package io.partikey.planner.bind;

import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Presence;
import io.partikey.engine.expression.TypeTest;
import io.partikey.parser.ast.ComparisonSyntax;
import io.partikey.parser.ast.DataType;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.planner.mode.Mode;

/** Comparisons and tests, from their bound operands. */
final class PredicateBinder {
  private final BindingContext context;

  PredicateBinder(BindingContext context) {
    this.context = context;
  }

  /** A comparison; an order of values that have none is DynamoDB's error. */
  Expression comparison(ComparisonSyntax written, Expression left, Expression right) {
    ComparisonOperator operator = operator(written.operator());
    if (operator != ComparisonOperator.EQUAL && operator != ComparisonOperator.NOT_EQUAL) {
      requireOrdered(operator.symbol(), left, written.left().span());
      requireOrdered(operator.symbol(), right, written.right().span());
    }
    return new Comparison(operator, left, right);
  }

  /** Refuses a constant that has no order. */
  void requireOrdered(String operator, Expression operand, SourceSpan span) {
    if (context.mode().conditions() == Mode.Conditions.SIMPLIFIED
        && operand instanceof Literal literal
        && literal.value() != null
        && !literal.value().type().isKeyType()) {
      throw BindingErrors.at(
          span,
          ErrorCode.WRONG_TYPE,
          "Incorrect operand type for operator or function; operator or function: "
              + operator
              + ", operand type: "
              + literal.value().type());
    }
  }

  /** {@code IS NULL}, which in SQL is true of a missing attribute too. */
  Expression isNull(Expression value) {
    return new Presence(value, context.mode().nullTest());
  }

  /** {@code IS} with the name of a type. */
  Expression isType(Expression value, DataType type) {
    if (type.name().equals("MISSING")) {
      return new Presence(value, Presence.Test.MISSING);
    }
    return new TypeTest(value, TypeNames.kind(type));
  }

  private static ComparisonOperator operator(ComparisonSyntax.Operator operator) {
    return switch (operator) {
      case EQUAL -> ComparisonOperator.EQUAL;
      case NOT_EQUAL -> ComparisonOperator.NOT_EQUAL;
      case LESS -> ComparisonOperator.LESS;
      case LESS_OR_EQUAL -> ComparisonOperator.LESS_OR_EQUAL;
      case GREATER -> ComparisonOperator.GREATER;
      case GREATER_OR_EQUAL -> ComparisonOperator.GREATER_OR_EQUAL;
    };
  }
}
