package io.partikey.parser.ast;

import java.util.List;

/** {@code SHOW TABLES}. */
public record ShowTables(SourceSpan span) implements Statement {
  @Override
  public List<Node> children() {
    return List.of();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitShowTables(this, context);
  }
}
