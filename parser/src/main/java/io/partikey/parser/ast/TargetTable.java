package io.partikey.parser.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table that a statement writes, e.g. {@code Music} or {@code Music AS m}. */
public record TargetTable(QualifiedName name, @Nullable Alias alias, SourceSpan span)
    implements Node {
  @Override
  public List<Node> children() {
    return new Children().add(name).add(alias).toList();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitTargetTable(this, context);
  }
}
