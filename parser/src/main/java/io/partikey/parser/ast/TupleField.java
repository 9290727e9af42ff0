package io.partikey.parser.ast;

import java.util.List;

/** One field of a map, e.g. {@code 'id': 1}. */
public record TupleField(StringLiteral name, ExpressionSyntax value, SourceSpan span)
    implements Node {
  @Override
  public List<Node> children() {
    return List.of(name, value);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitTupleField(this, context);
  }
}
