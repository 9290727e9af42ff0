package io.partikey.parser.ast;

import java.util.List;

/**
 * A bag, which is a set in DynamoDB, e.g. {@code <<'a', 'b'>>}; also written {@code BAG('a', 'b')}.
 */
public record BagLiteral(List<ExpressionSyntax> elements, SourceSpan span)
    implements ExpressionSyntax {
  public BagLiteral {
    elements = List.copyOf(elements);
  }

  @Override
  public List<Node> children() {
    return List.copyOf(elements);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitBagLiteral(this, context);
  }
}
