package io.partikey.parser.ast;

import java.util.List;

/**
 * A column of CREATE TABLE, e.g. {@code Artist STRING NOT NULL}. Key columns bind, others are
 * advisory.
 */
public record ColumnDefinition(Identifier name, DataType type, boolean notNull, SourceSpan span)
    implements Node {
  @Override
  public List<Node> children() {
    return List.of(name, type);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitColumnDefinition(this, context);
  }
}
