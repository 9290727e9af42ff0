package io.partikey.parser.ast;

import java.util.List;

/** The ORDER BY clause, e.g. {@code ORDER BY Year DESC, 2}; its span begins at ORDER. */
public record OrderBy(List<SortItem> items, SourceSpan span) implements Node {
  public OrderBy {
    items = List.copyOf(items);
    if (items.isEmpty()) {
      throw new IllegalArgumentException("at least one item");
    }
  }

  @Override
  public List<Node> children() {
    return List.copyOf(items);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitOrderBy(this, context);
  }
}
