package io.partikey.planner.search;

import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.Between;
import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.FunctionCall;
import io.partikey.engine.expression.InList;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Logical;
import io.partikey.engine.expression.Not;
import io.partikey.engine.expression.Parameter;
import io.partikey.engine.expression.ScalarFunction;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import java.util.List;

/** Short ways to write expressions in tests. */
public final class Conditions {
  private Conditions() {}

  public static Expression attribute(String name) {
    return new AttributeReference(name);
  }

  public static Expression column(int index) {
    return new ColumnReference(index);
  }

  public static Expression parameter(int index) {
    return new Parameter(index);
  }

  public static Expression text(String value) {
    return new Literal(new StringValue(value));
  }

  public static Expression number(long value) {
    return new Literal(NumberValue.of(value));
  }

  public static Expression never() {
    return new Literal(BooleanValue.FALSE);
  }

  public static Expression equal(Expression left, Expression right) {
    return new Comparison(ComparisonOperator.EQUAL, left, right);
  }

  public static Expression notEqual(Expression left, Expression right) {
    return new Comparison(ComparisonOperator.NOT_EQUAL, left, right);
  }

  public static Expression less(Expression left, Expression right) {
    return new Comparison(ComparisonOperator.LESS, left, right);
  }

  public static Expression atLeast(Expression left, Expression right) {
    return new Comparison(ComparisonOperator.GREATER_OR_EQUAL, left, right);
  }

  public static Expression greater(Expression left, Expression right) {
    return new Comparison(ComparisonOperator.GREATER, left, right);
  }

  public static Expression between(Expression value, Expression lower, Expression upper) {
    return new Between(value, lower, upper);
  }

  public static Expression in(Expression value, Expression... candidates) {
    return new InList(value, List.of(candidates));
  }

  public static Expression beginsWith(Expression value, Expression prefix) {
    return new FunctionCall(ScalarFunction.BEGINS_WITH, List.of(value, prefix));
  }

  public static Expression exists(Expression value) {
    return new FunctionCall(ScalarFunction.ATTRIBUTE_EXISTS, List.of(value));
  }

  public static Expression and(Expression... terms) {
    return new Logical(Logical.Operator.AND, List.of(terms));
  }

  public static Expression or(Expression... terms) {
    return new Logical(Logical.Operator.OR, List.of(terms));
  }

  public static Expression not(Expression condition) {
    return new Not(condition);
  }
}
