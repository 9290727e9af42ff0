package io.partikey.parser.ast;

import java.util.List;

/**
 * A sign before anything but a number literal, e.g. {@code -price}; the sign of a literal is part
 * of the literal.
 */
public record Signed(Sign sign, ExpressionSyntax operand, SourceSpan span)
    implements ExpressionSyntax {
  public Signed {
    if (operand instanceof NumberLiteral) {
      throw new IllegalArgumentException("the sign of a number literal is part of the literal");
    }
  }

  /** A sign. */
  public enum Sign {
    /** {@code +}. */
    PLUS,
    /** {@code -}. */
    MINUS
  }

  @Override
  public List<Node> children() {
    return List.of(operand);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitSigned(this, context);
  }
}
