package io.partikey.parser.ast;

import java.util.List;

/**
 * A chain of AND or of OR, e.g. {@code a = 1 AND b = 2 AND c = 3}. A chain is one node whatever its
 * length; a part in parentheses is a node of its own.
 */
public record LogicalSyntax(Operator operator, List<ExpressionSyntax> operands, SourceSpan span)
    implements ExpressionSyntax {
  public LogicalSyntax {
    operands = List.copyOf(operands);
    if (operands.size() < 2) {
      throw new IllegalArgumentException("at least two operands");
    }
  }

  /** The connective. */
  public enum Operator {
    /** Conjunction. */
    AND,
    /** Disjunction. */
    OR
  }

  @Override
  public List<Node> children() {
    return List.copyOf(operands);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitLogical(this, context);
  }
}
