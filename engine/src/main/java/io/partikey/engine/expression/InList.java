package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Equality with any of several values, {@code a IN [1, 2]}; false for MISSING. */
public record InList(Expression value, List<Expression> candidates) implements Predicate {
  public InList {
    candidates = List.copyOf(candidates);
  }

  @Override
  public boolean isTrue(Environment environment) {
    @Nullable AttributeValue tested = value.evaluate(environment);
    if (tested == null) {
      return false;
    }
    for (Expression candidate : candidates) {
      if (tested.equals(candidate.evaluate(environment))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<Expression> children() {
    List<Expression> children = new ArrayList<>(candidates.size() + 1);
    children.add(value);
    children.addAll(candidates);
    return children;
  }

  @Override
  public InList withChildren(List<Expression> children) {
    return new InList(children.get(0), children.subList(1, children.size()));
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitInList(this);
  }
}
