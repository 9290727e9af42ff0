package io.partikey.parser.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** DELETE, e.g. {@code DELETE FROM Music WHERE Artist = ? RETURNING ALL OLD *}. */
public record DeleteStatement(
    List<Hint> hints,
    TargetTable target,
    @Nullable ExpressionSyntax where,
    @Nullable Returning returning,
    SourceSpan span)
    implements Statement {
  public DeleteStatement {
    hints = List.copyOf(hints);
  }

  @Override
  public List<Node> children() {
    return new Children().addAll(hints).add(target).add(where).add(returning).toList();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitDeleteStatement(this, context);
  }
}
