package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value of a parameter of the statement, by position from 0. */
public record Parameter(int index) implements Expression {
  @Override
  public @Nullable AttributeValue evaluate(Environment environment) {
    return environment.parameter(index);
  }

  @Override
  public List<Expression> children() {
    return List.of();
  }

  @Override
  public Parameter withChildren(List<Expression> children) {
    return this;
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitParameter(this);
  }
}
