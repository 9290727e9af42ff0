package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A constant; null stands for MISSING. */
public record Literal(@Nullable AttributeValue value) implements Expression {
  @Override
  public @Nullable AttributeValue evaluate(Environment environment) {
    return value;
  }

  @Override
  public List<Expression> children() {
    return List.of();
  }

  @Override
  public Literal withChildren(List<Expression> children) {
    return this;
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitLiteral(this);
  }
}
