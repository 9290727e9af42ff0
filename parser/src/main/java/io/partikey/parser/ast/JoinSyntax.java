package io.partikey.parser.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two relations joined, e.g. {@code Orders AS o LEFT JOIN Users AS u ON u.id = o.userId}. */
public record JoinSyntax(
    Kind kind, FromItem left, FromItem right, @Nullable ExpressionSyntax condition, SourceSpan span)
    implements FromItem {
  public JoinSyntax {
    if ((kind == Kind.COMMA || kind == Kind.CROSS) != (condition == null)) {
      throw new IllegalArgumentException("INNER and LEFT joins have a condition, others have none");
    }
  }

  /** How the two sides meet. */
  public enum Kind {
    /** {@code a, b}: every pair, or the elements of a collection of the left row. */
    COMMA,
    /** {@code a CROSS JOIN b}: the same as a comma. */
    CROSS,
    /** {@code a JOIN b ON ...}. */
    INNER,
    /** {@code a LEFT JOIN b ON ...}. */
    LEFT
  }

  @Override
  public List<Node> children() {
    return new Children().add(left).add(right).add(condition).toList();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitJoin(this, context);
  }
}
