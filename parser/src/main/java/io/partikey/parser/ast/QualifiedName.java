package io.partikey.parser.ast;

import java.util.List;

/**
 * The name of a table or an index, e.g. {@code Music}, {@code Music.ByGenre} or {@code
 * "main"."Music"."ByGenre"}.
 *
 * <p>Which part is a schema, a table or an index is for the reader to resolve; there is at least
 * one part.
 */
public record QualifiedName(List<Identifier> parts, SourceSpan span) implements Node {
  public QualifiedName {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a name has at least one part");
    }
  }

  /** The last part, which is the only one of an unqualified name. */
  public Identifier last() {
    return parts.get(parts.size() - 1);
  }

  @Override
  public List<Node> children() {
    return List.copyOf(parts);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitQualifiedName(this, context);
  }
}
