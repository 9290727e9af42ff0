package io.partikey.parser.ast;

import java.util.List;

/** {@code DROP INDEX ByGenre ON Music}. */
public record DropIndex(boolean ifExists, Identifier index, QualifiedName table, SourceSpan span)
    implements Statement {
  @Override
  public List<Node> children() {
    return List.of(index, table);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitDropIndex(this, context);
  }
}
