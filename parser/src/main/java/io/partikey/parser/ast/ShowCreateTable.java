package io.partikey.parser.ast;

import java.util.List;

/** {@code SHOW CREATE TABLE Music}: the DDL that would make the table again. */
public record ShowCreateTable(QualifiedName table, SourceSpan span) implements Statement {
  @Override
  public List<Node> children() {
    return List.of(table);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitShowCreateTable(this, context);
  }
}
