package io.partikey.parser.ast;

import java.util.List;

/** CREATE INDEX, e.g. {@code CREATE GLOBAL INDEX ByGenre ON Music (Genre, Year) KEYS ONLY}. */
public record CreateIndex(
    boolean ifNotExists, QualifiedName table, IndexDefinition index, SourceSpan span)
    implements Statement {
  @Override
  public List<Node> children() {
    return List.of(table, index);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitCreateIndex(this, context);
  }
}
