package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A test of the type of a value, for example {@code a IS STRING}; false for MISSING. */
public record TypeTest(Expression value, TypeKind kind) implements Predicate {
  @Override
  public boolean isTrue(Environment environment) {
    @Nullable AttributeValue tested = value.evaluate(environment);
    return tested != null && kind.includes(tested);
  }

  @Override
  public List<Expression> children() {
    return List.of(value);
  }

  @Override
  public TypeTest withChildren(List<Expression> children) {
    return new TypeTest(children.get(0), kind);
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitTypeTest(this);
  }
}
