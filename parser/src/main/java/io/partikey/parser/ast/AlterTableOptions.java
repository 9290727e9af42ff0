package io.partikey.parser.ast;

import java.util.List;

/** {@code ALTER TABLE Music SET (ttl = 'ExpiresAt')}. */
public record AlterTableOptions(QualifiedName table, List<TableOption> options, SourceSpan span)
    implements Statement {
  public AlterTableOptions {
    options = List.copyOf(options);
    if (options.isEmpty()) {
      throw new IllegalArgumentException("at least one option is set");
    }
  }

  @Override
  public List<Node> children() {
    return new Children().add(table).addAll(options).toList();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitAlterTableOptions(this, context);
  }
}
