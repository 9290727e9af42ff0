package io.partikey.parser.ast;

import java.util.List;

/** A string, e.g. {@code 'it''s'}; {@code value} is the text itself. */
public record StringLiteral(String value, SourceSpan span) implements LiteralSyntax {
  @Override
  public List<Node> children() {
    return List.of();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitStringLiteral(this, context);
  }
}
