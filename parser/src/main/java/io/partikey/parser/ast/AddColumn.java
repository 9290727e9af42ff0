package io.partikey.parser.ast;

import java.util.List;

/** {@code ALTER TABLE Music ADD COLUMN Label STRING}: one more advisory column. */
public record AddColumn(QualifiedName table, ColumnDefinition column, SourceSpan span)
    implements Statement {
  @Override
  public List<Node> children() {
    return List.of(table, column);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitAddColumn(this, context);
  }
}
