package io.partikey.parser.ast;

import java.util.List;

/** What a SELECT block answers for each row. */
public sealed interface ProjectionSyntax extends Node {

  /** A list of columns, e.g. {@code Artist, Year + 1 AS next} or {@code *}. */
  record Items(List<SelectItem> items, SourceSpan span) implements ProjectionSyntax {
    public Items {
      items = List.copyOf(items);
      if (items.isEmpty()) {
        throw new IllegalArgumentException("at least one item is selected");
      }
    }

    @Override
    public List<Node> children() {
      return List.copyOf(items);
    }

    @Override
    public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
      return visitor.visitProjectionItems(this, context);
    }
  }

  /** The value itself instead of a row of columns, e.g. {@code SELECT VALUE Year}. */
  record Value(ExpressionSyntax expression, SourceSpan span) implements ProjectionSyntax {
    @Override
    public List<Node> children() {
      return List.of(expression);
    }

    @Override
    public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
      return visitor.visitProjectionValue(this, context);
    }
  }
}
