package io.partikey.parser.ast;

import java.util.List;

/**
 * A list, e.g. {@code [1, 'a', ?]}; also written {@code (1, 'a', ?)} and {@code LIST(1, 'a', ?)}.
 */
public record ListLiteral(List<ExpressionSyntax> elements, SourceSpan span)
    implements ExpressionSyntax {
  public ListLiteral {
    elements = List.copyOf(elements);
  }

  @Override
  public List<Node> children() {
    return List.copyOf(elements);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitListLiteral(this, context);
  }
}
