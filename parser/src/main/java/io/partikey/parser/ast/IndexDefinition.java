package io.partikey.parser.ast;

import java.util.List;

/**
 * An index of CREATE TABLE or CREATE INDEX, e.g. {@code GLOBAL INDEX ByGenre (Genre, Year) INCLUDE
 * (Song)}.
 */
public record IndexDefinition(
    Scope scope, Identifier name, KeyDefinition key, IndexProjection projection, SourceSpan span)
    implements Node {
  /** Whether the index has a partition key of its own. */
  public enum Scope {
    /** Its own partition key and sort key. */
    GLOBAL,
    /** The partition key of the table, another sort key. */
    LOCAL
  }

  @Override
  public List<Node> children() {
    return List.of(name, key, projection);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitIndexDefinition(this, context);
  }
}
