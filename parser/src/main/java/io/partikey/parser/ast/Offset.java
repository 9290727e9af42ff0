package io.partikey.parser.ast;

import java.util.List;

/** The OFFSET clause, e.g. {@code OFFSET 20}; its span begins at OFFSET. */
public record Offset(ExpressionSyntax count, SourceSpan span) implements Node {
  @Override
  public List<Node> children() {
    return List.of(count);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitOffset(this, context);
  }
}
