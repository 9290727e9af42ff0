package io.partikey.parser.ast;

import java.util.List;

/** The LIMIT clause, e.g. {@code LIMIT ?}; its span begins at LIMIT. */
public record LimitSyntax(ExpressionSyntax count, SourceSpan span) implements Node {
  @Override
  public List<Node> children() {
    return List.of(count);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitLimit(this, context);
  }
}
