package io.partikey.parser.ast;

import java.math.BigDecimal;
import java.util.List;

/**
 * A number as it was written, e.g. {@code -4.2e6}.
 *
 * <p>{@code text} is the source text of the digits with the signs before it folded into one: {@code
 * - - 5} is {@code 5}.
 */
public record NumberLiteral(String text, SourceSpan span) implements Literal {
  /**
   * The exact value.
   *
   * @throws NumberFormatException if the exponent or the scale does not fit 32 bits
   */
  public BigDecimal value() {
    return new BigDecimal(text);
  }

  @Override
  public List<Node> children() {
    return List.of();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitNumberLiteral(this, context);
  }
}
