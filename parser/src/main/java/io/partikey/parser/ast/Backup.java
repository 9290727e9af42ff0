package io.partikey.parser.ast;

import java.util.List;

/** {@code BACKUP TO '/var/backups/music'}; the directory is a string or a parameter. */
public record Backup(ExpressionSyntax directory, SourceSpan span) implements Statement {
  @Override
  public List<Node> children() {
    return List.of(directory);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitBackup(this, context);
  }
}
