package io.partikey.parser.ast;

import java.util.List;

/** A bare name: an attribute or the alias of a relation, e.g. {@code Artist}. */
public record Variable(Identifier name, SourceSpan span) implements ExpressionSyntax {
  @Override
  public List<Node> children() {
    return List.of(name);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitVariable(this, context);
  }
}
