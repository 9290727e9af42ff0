package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value of the first branch whose condition holds, {@code CASE WHEN … THEN … ELSE … END}. */
public record Conditional(List<Branch> branches, Expression otherwise) implements Expression {
  /** A condition and the value that it chooses. */
  public record Branch(Expression condition, Expression value) {}

  public Conditional {
    branches = List.copyOf(branches);
  }

  @Override
  public @Nullable AttributeValue evaluate(Environment environment) {
    for (Branch branch : branches) {
      if (branch.condition().isTrue(environment)) {
        return branch.value().evaluate(environment);
      }
    }
    return otherwise.evaluate(environment);
  }

  @Override
  public List<Expression> children() {
    List<Expression> children = new ArrayList<>();
    for (Branch branch : branches) {
      children.add(branch.condition());
      children.add(branch.value());
    }
    children.add(otherwise);
    return children;
  }

  @Override
  public Conditional withChildren(List<Expression> children) {
    List<Branch> others = new ArrayList<>(branches.size());
    for (int i = 0; i < branches.size(); i++) {
      others.add(new Branch(children.get(2 * i), children.get(2 * i + 1)));
    }
    return new Conditional(others, children.get(2 * branches.size()));
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitConditional(this);
  }
}
