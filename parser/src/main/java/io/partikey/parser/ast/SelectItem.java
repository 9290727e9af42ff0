package io.partikey.parser.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One item of a select list. */
public sealed interface SelectItem extends Node {

  /** All attributes: {@code *}. */
  record Star(SourceSpan span) implements SelectItem {
    @Override
    public List<Node> children() {
      return List.of();
    }

    @Override
    public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
      return visitor.visitStar(this, context);
    }
  }

  /** All attributes of one relation or map, e.g. {@code t.*}. */
  record QualifiedStar(ExpressionSyntax qualifier, SourceSpan span) implements SelectItem {
    @Override
    public List<Node> children() {
      return List.of(qualifier);
    }

    @Override
    public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
      return visitor.visitQualifiedStar(this, context);
    }
  }

  /** An expression with an optional name, e.g. {@code Year + 1 AS next}. */
  record Column(ExpressionSyntax expression, @Nullable Alias alias, SourceSpan span)
      implements SelectItem {
    @Override
    public List<Node> children() {
      return new Children().add(expression).add(alias).toList();
    }

    @Override
    public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
      return visitor.visitColumn(this, context);
    }
  }
}
