package io.partikey.parser.ast;

import java.util.List;

/** One branch of CASE, e.g. {@code WHEN a > 1 THEN 'x'}. */
public record WhenClause(ExpressionSyntax condition, ExpressionSyntax result, SourceSpan span)
    implements Node {
  @Override
  public List<Node> children() {
    return List.of(condition, result);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitWhenClause(this, context);
  }
}
