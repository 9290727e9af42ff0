package io.partikey.parser.ast;

import java.util.List;

/**
 * An option of a table, e.g. {@code ttl = 'ExpiresAt'}; the value is a string, a number, a boolean
 * or null.
 */
public record TableOption(Identifier name, LiteralSyntax value, SourceSpan span) implements Node {
  @Override
  public List<Node> children() {
    return List.of(name, value);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitTableOption(this, context);
  }
}
