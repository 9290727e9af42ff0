package io.partikey.parser.ast;

import java.util.List;

/**
 * A second name for a select item or a relation, e.g. {@code AS total}; {@code explicit} tells
 * whether AS was written.
 */
public record Alias(Identifier name, boolean explicit, SourceSpan span) implements Node {
  @Override
  public List<Node> children() {
    return List.of(name);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitAlias(this, context);
  }
}
