package io.partikey.parser.ast;

import java.util.List;

/** {@code DROP TABLE IF EXISTS Music}. */
public record DropTable(boolean ifExists, QualifiedName table, SourceSpan span)
    implements Statement {
  @Override
  public List<Node> children() {
    return List.of(table);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitDropTable(this, context);
  }
}
