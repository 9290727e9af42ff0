package io.partikey.parser.ast;

import java.util.List;

/**
 * Two numbers calculated, e.g. {@code views + 1}; {@code operatorSpan} is where the operator
 * stands.
 */
public record ArithmeticSyntax(
    Operator operator,
    ExpressionSyntax left,
    ExpressionSyntax right,
    SourceSpan operatorSpan,
    SourceSpan span)
    implements ExpressionSyntax {
  /** An arithmetic operator. */
  public enum Operator {
    /** {@code +}. */
    ADD("+"),
    /** {@code -}. */
    SUBTRACT("-"),
    /** {@code *}. */
    MULTIPLY("*"),
    /** {@code /}. */
    DIVIDE("/"),
    /** {@code %}. */
    REMAINDER("%");

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
    return visitor.visitArithmetic(this, context);
  }
}
