package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A range with both ends in it, {@code a BETWEEN 1 AND 9}; false where the types differ. */
public record Between(Expression value, Expression lower, Expression upper) implements Predicate {
  @Override
  public boolean isTrue(Environment environment) {
    @Nullable AttributeValue tested = value.evaluate(environment);
    return ComparisonOperator.GREATER_OR_EQUAL.test(tested, lower.evaluate(environment))
        && ComparisonOperator.LESS_OR_EQUAL.test(tested, upper.evaluate(environment));
  }

  @Override
  public List<Expression> children() {
    return List.of(value, lower, upper);
  }

  @Override
  public Between withChildren(List<Expression> children) {
    return new Between(children.get(0), children.get(1), children.get(2));
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitBetween(this);
  }
}
