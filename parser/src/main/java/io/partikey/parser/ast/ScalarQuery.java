package io.partikey.parser.ast;

import java.util.List;

/** A query as a value, e.g. {@code (SELECT MAX(Year) FROM Music WHERE Artist = ?)}. */
public record ScalarQuery(QuerySyntax query, SourceSpan span) implements ExpressionSyntax {
  @Override
  public List<Node> children() {
    return List.of(query);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitScalarQuery(this, context);
  }
}
