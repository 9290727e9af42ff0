package io.partikey.engine.expression;

import java.util.List;

/**
 * The condition that another does not hold; so it is true of a comparison with a missing attribute.
 */
public record Not(Expression condition) implements Predicate {
  @Override
  public boolean isTrue(Environment environment) {
    return !condition.isTrue(environment);
  }

  @Override
  public List<Expression> children() {
    return List.of(condition);
  }

  @Override
  public Not withChildren(List<Expression> children) {
    return new Not(children.get(0));
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitNot(this);
  }
}
