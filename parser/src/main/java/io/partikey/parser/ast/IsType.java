package io.partikey.parser.ast;

import java.util.List;

/** A type test, e.g. {@code a IS NOT STRING}. */
public record IsType(boolean negated, ExpressionSyntax value, DataType type, SourceSpan span)
    implements ExpressionSyntax {
  @Override
  public List<Node> children() {
    return List.of(value, type);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitIsType(this, context);
  }
}
