package io.partikey.parser.ast;

import java.util.List;

/**
 * Membership in values that are written out, e.g. {@code Genre IN [?, ?]} or {@code Genre IN
 * ('Rock', 'Pop')}.
 */
public record InListSyntax(
    boolean negated,
    ExpressionSyntax value,
    Brackets brackets,
    List<ExpressionSyntax> elements,
    SourceSpan span)
    implements ExpressionSyntax {
  public InListSyntax {
    elements = List.copyOf(elements);
  }

  /** How the values were enclosed. */
  public enum Brackets {
    /** {@code [...]}, as DynamoDB writes it. */
    SQUARE,
    /** {@code (...)}, as SQL writes it. */
    ROUND
  }

  @Override
  public List<Node> children() {
    return new Children().add(value).addAll(elements).toList();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitInList(this, context);
  }
}
