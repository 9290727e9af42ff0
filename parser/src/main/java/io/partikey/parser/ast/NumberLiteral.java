package io.partikey.parser.ast;

import java.util.List;

/**
 * A number as it was written, e.g. {@code -4.2e6}.
 *
 * <p>{@code text} is the source text of the digits with the signs before it folded into one: {@code
 * - - 5} is {@code 5}. It may be of any length, so whoever wants its value counts digits first.
 */
public record NumberLiteral(String text, SourceSpan span) implements LiteralSyntax {
  @Override
  public List<Node> children() {
    return List.of();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitNumberLiteral(this, context);
  }
}
