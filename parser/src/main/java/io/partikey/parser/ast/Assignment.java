package io.partikey.parser.ast;

import java.util.List;

/**
 * One assignment, e.g. {@code views = views + 1}. The target is a {@link Variable} or a {@link
 * PathExpression}.
 */
public record Assignment(ExpressionSyntax target, ExpressionSyntax value, SourceSpan span)
    implements Node {
  @Override
  public List<Node> children() {
    return List.of(target, value);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitAssignment(this, context);
  }
}
