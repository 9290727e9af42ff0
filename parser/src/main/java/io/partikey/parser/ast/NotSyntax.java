package io.partikey.parser.ast;

import java.util.List;

/**
 * A negation in front, e.g. {@code NOT a = 1}. A NOT inside a predicate ({@code a NOT IN ...}) is
 * part of that predicate.
 */
public record NotSyntax(ExpressionSyntax operand, SourceSpan span) implements ExpressionSyntax {
  @Override
  public List<Node> children() {
    return List.of(operand);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitNot(this, context);
  }
}
