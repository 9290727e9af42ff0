package io.partikey.parser.ast;

import java.util.List;

/**
 * Two values compared, e.g. {@code Year >= 1999}; {@code operatorSpan} is where the operator
 * stands.
 */
public record ComparisonSyntax(
    Operator operator,
    ExpressionSyntax left,
    ExpressionSyntax right,
    SourceSpan operatorSpan,
    SourceSpan span)
    implements ExpressionSyntax {
  /** A comparison operator. */
  public enum Operator {
    /** {@code =}. */
    EQUAL("="),
    /** {@code <>}, also written {@code !=}. */
    NOT_EQUAL("<>"),
    /** {@code <}. */
    LESS("<"),
    /** {@code <=}. */
    LESS_OR_EQUAL("<="),
    /** {@code >}. */
    GREATER(">"),
    /** {@code >=}. */
    GREATER_OR_EQUAL(">=");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    /** The operator as it is written. */
    public String symbol() {
      return symbol;
    }
  }

  @Override
  public List<Node> children() {
    return List.of(left, right);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitComparison(this, context);
  }
}
