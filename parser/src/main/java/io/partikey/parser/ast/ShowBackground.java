package io.partikey.parser.ast;

import java.util.List;

/** {@code SHOW BACKGROUND}. */
public record ShowBackground(SourceSpan span) implements Statement {
  @Override
  public List<Node> children() {
    return List.of();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitShowBackground(this, context);
  }
}
