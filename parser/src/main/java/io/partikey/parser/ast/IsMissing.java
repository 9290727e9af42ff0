package io.partikey.parser.ast;

import java.util.List;

/** {@code a IS [NOT] MISSING}. */
public record IsMissing(boolean negated, ExpressionSyntax value, SourceSpan span)
    implements ExpressionSyntax {
  @Override
  public List<Node> children() {
    return List.of(value);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitIsMissing(this, context);
  }
}
