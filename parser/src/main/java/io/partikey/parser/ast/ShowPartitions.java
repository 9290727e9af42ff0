package io.partikey.parser.ast;

import java.util.List;

/** {@code SHOW PARTITIONS FROM Music}. */
public record ShowPartitions(QualifiedName table, SourceSpan span) implements Statement {
  @Override
  public List<Node> children() {
    return List.of(table);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitShowPartitions(this, context);
  }
}
