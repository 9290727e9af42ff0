package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A column of the row at hand, by position from 0. */
public record ColumnReference(int index) implements Expression {
  @Override
  public @Nullable AttributeValue evaluate(Environment environment) {
    return environment.column(index);
  }

  @Override
  public List<Expression> children() {
    return List.of();
  }

  @Override
  public ColumnReference withChildren(List<Expression> children) {
    return this;
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitColumnReference(this);
  }
}
