package io.partikey.parser.ast;

import java.util.List;

/** A map, e.g. <code>{'id': 1, 'tags': ['a']}</code>; its fields in the order of the text. */
public record TupleLiteral(List<TupleField> fields, SourceSpan span) implements ExpressionSyntax {
  public TupleLiteral {
    fields = List.copyOf(fields);
  }

  @Override
  public List<Node> children() {
    return List.copyOf(fields);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitTupleLiteral(this, context);
  }
}
