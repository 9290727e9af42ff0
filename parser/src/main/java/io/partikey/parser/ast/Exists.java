package io.partikey.parser.ast;

import java.util.List;

/**
 * A test for rows as a predicate, e.g. {@code EXISTS (SELECT * FROM Orders WHERE userId = u.id)}.
 */
public record Exists(QuerySyntax query, SourceSpan span) implements ExpressionSyntax {
  @Override
  public List<Node> children() {
    return List.of(query);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitExists(this, context);
  }
}
