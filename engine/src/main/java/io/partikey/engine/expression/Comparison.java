package io.partikey.engine.expression;

import java.util.List;

/** A comparison of two values, for example {@code a < 5}. */
public record Comparison(ComparisonOperator operator, Expression left, Expression right)
    implements Predicate {
  @Override
  public boolean isTrue(Environment environment) {
    return operator.test(left.evaluate(environment), right.evaluate(environment));
  }

  @Override
  public List<Expression> children() {
    return List.of(left, right);
  }

  @Override
  public Comparison withChildren(List<Expression> children) {
    return new Comparison(operator, children.get(0), children.get(1));
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitComparison(this);
  }
}
