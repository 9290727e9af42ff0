package io.partikey.engine.expression;

import java.util.List;

/** Several conditions of which all (AND) or any (OR) must hold; tested from left to right. */
public record Logical(Operator operator, List<Expression> terms) implements Predicate {
  /** How the terms are combined. */
  public enum Operator {
    AND,
    OR
  }

  public Logical {
    terms = List.copyOf(terms);
  }

  /** The condition that all of these are true; the term itself if there is one. */
  public static Expression and(List<Expression> terms) {
    return terms.size() == 1 ? terms.get(0) : new Logical(Operator.AND, terms);
  }

  /** The condition that any of these is true; the term itself if there is one. */
  public static Expression or(List<Expression> terms) {
    return terms.size() == 1 ? terms.get(0) : new Logical(Operator.OR, terms);
  }

  @Override
  public boolean isTrue(Environment environment) {
    boolean deciding = operator == Operator.OR;
    for (Expression term : terms) {
      if (term.isTrue(environment) == deciding) {
        return deciding;
      }
    }
    return !deciding;
  }

  @Override
  public List<Expression> children() {
    return terms;
  }

  @Override
  public Logical withChildren(List<Expression> children) {
    return new Logical(operator, children);
  }

  @Override
  public <R> R accept(ExpressionVisitor<R> visitor) {
    return visitor.visitLogical(this);
  }
}
