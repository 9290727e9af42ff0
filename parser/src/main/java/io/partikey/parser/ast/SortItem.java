package io.partikey.parser.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One term of ORDER BY, e.g. {@code Year DESC NULLS LAST}. A whole number literal is the ordinal of
 * a select item. What was not written is null.
 */
public record SortItem(
    ExpressionSyntax expression,
    @Nullable Direction direction,
    @Nullable NullOrder nullOrder,
    SourceSpan span)
    implements Node {
  /** Ascending or descending. */
  public enum Direction {
    /** {@code ASC}. */
    ASCENDING,
    /** {@code DESC}. */
    DESCENDING
  }

  /** Where nulls and missing attributes go. */
  public enum NullOrder {
    /** {@code NULLS FIRST}. */
    FIRST,
    /** {@code NULLS LAST}. */
    LAST
  }

  @Override
  public List<Node> children() {
    return List.of(expression);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitSortItem(this, context);
  }
}
