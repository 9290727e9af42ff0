package io.partikey.parser.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of an aggregate function, e.g. {@code COUNT(DISTINCT Genre) FILTER (WHERE Year > 1999)}.
 * {@code argument} is null in {@code COUNT(*)} and nowhere else.
 */
public record AggregateCallSyntax(
    Function function,
    boolean distinct,
    @Nullable ExpressionSyntax argument,
    @Nullable ExpressionSyntax filter,
    SourceSpan span)
    implements ExpressionSyntax {
  public AggregateCallSyntax {
    if (argument == null && (function != Function.COUNT || distinct)) {
      throw new IllegalArgumentException("only COUNT takes a star");
    }
  }

  /** An aggregate function. */
  public enum Function {
    /** The number of rows, or of values that are present. */
    COUNT,
    /** The sum. */
    SUM,
    /** The mean. */
    AVG,
    /** The least value. */
    MIN,
    /** The greatest value. */
    MAX
  }

  @Override
  public List<Node> children() {
    return new Children().add(argument).add(filter).toList();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitAggregateCall(this, context);
  }
}
