package io.partikey.parser.ast;

import java.util.List;

/**
 * Membership in the rows of a query, e.g. {@code id IN (SELECT userId FROM Orders WHERE day = ?)}.
 */
public record InQuery(boolean negated, ExpressionSyntax value, QuerySyntax query, SourceSpan span)
    implements ExpressionSyntax {
  @Override
  public List<Node> children() {
    return List.of(value, query);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitInQuery(this, context);
  }
}
