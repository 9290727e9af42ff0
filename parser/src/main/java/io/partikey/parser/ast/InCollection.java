package io.partikey.parser.ast;

import java.util.List;

/** Membership in a collection that is one value, e.g. {@code Genre IN ?} or {@code ? IN tags}. */
public record InCollection(
    boolean negated, ExpressionSyntax value, ExpressionSyntax collection, SourceSpan span)
    implements ExpressionSyntax {
  public InCollection {
    if (collection instanceof ListLiteral || collection instanceof ScalarQuery) {
      throw new IllegalArgumentException("values written out and queries have their own nodes");
    }
  }

  @Override
  public List<Node> children() {
    return List.of(value, collection);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitInCollection(this, context);
  }
}
