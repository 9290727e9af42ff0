package io.partikey.parser.ast;

import java.util.List;

/** A parameter: {@code ?}; {@code ordinal} counts from 1 in the order of the text. */
public record ParameterSyntax(int ordinal, SourceSpan span) implements ExpressionSyntax {
  public ParameterSyntax {
    if (ordinal < 1) {
      throw new IllegalArgumentException("ordinals count from 1");
    }
  }

  @Override
  public List<Node> children() {
    return List.of();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitParameter(this, context);
  }
}
