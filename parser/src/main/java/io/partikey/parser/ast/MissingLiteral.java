package io.partikey.parser.ast;

import java.util.List;

/** {@code MISSING}. */
public record MissingLiteral(SourceSpan span) implements LiteralSyntax {
  @Override
  public List<Node> children() {
    return List.of();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitMissingLiteral(this, context);
  }
}
