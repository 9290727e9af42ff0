package io.partikey.parser.ast;

import java.util.List;

/** A closed range, e.g. {@code Year NOT BETWEEN 1990 AND 1999}. */
public record BetweenSyntax(
    boolean negated,
    ExpressionSyntax value,
    ExpressionSyntax lower,
    ExpressionSyntax upper,
    SourceSpan span)
    implements ExpressionSyntax {
  @Override
  public List<Node> children() {
    return List.of(value, lower, upper);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitBetween(this, context);
  }
}
