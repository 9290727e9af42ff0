package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Equality with any of several values, {@code a IN [1, 2]}; false for MISSING. A candidate that is
 * {@link Elements} stands for each of them.
 */
public record InList(Expression value, List<Expression> candidates) implements Predicate {
  public InList {
    candidates = List.copyOf(candidates);
  }

  /** Equality with any of several values, as a comparison where it is one. */
  public static Predicate of(Expression value, List<Expression> candidates) {
    return candidates.size() == 1 && !(candidates.get(0) instanceof Elements)
        ? new Comparison(ComparisonOperator.EQUAL, value, candidates.get(0))
        : new InList(value, candidates);
  }

  @Override
  public boolean isTrue(Environment environment) {
    @Nullable AttributeValue tested = value.evaluate(environment);
    if (tested == null) {
      return false;
    }
    for (Expression candidate : candidates) {
      boolean found =
          candidate instanceof Elements elements
              ? elements.in(environment).contains(tested)
              : tested.equals(candidate.evaluate(environment));
      if (found) {
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
