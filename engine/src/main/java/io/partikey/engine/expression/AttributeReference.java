package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A top-level attribute of the item at hand. */
public record AttributeReference(String name) implements Expression {
  @Override
  public @Nullable AttributeValue evaluate(Environment environment) {
    return environment.attribute(name);
  }

  @Override
  public List<Expression> children() {
    return List.of();
  }

  @Override
  public AttributeReference withChildren(List<Expression> children) {
    return this;
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitAttributeReference(this);
  }
}
