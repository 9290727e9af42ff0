package io.partikey.parser.ast;

import java.util.List;

/** A conversion, e.g. {@code CAST(Year AS STRING)}. */
public record CastSyntax(ExpressionSyntax value, DataType type, SourceSpan span)
    implements ExpressionSyntax {
  @Override
  public List<Node> children() {
    return List.of(value, type);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitCast(this, context);
  }
}
