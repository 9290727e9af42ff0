package io.partikey.parser.ast;

import java.util.List;

/** {@code SHOW INDEXES FROM Music}. */
public record ShowIndexes(QualifiedName table, SourceSpan span) implements Statement {
  @Override
  public List<Node> children() {
    return List.of(table);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitShowIndexes(this, context);
  }
}
