package io.partikey.parser.ast;

import java.util.List;

/**
 * One word of a hint comment after the first verb, e.g. {@code ALLOW_SCAN} in <code>SELECT /*+
 * ALLOW_SCAN &#42;/ ...</code>; as it was written.
 */
public record Hint(String name, SourceSpan span) implements Node {
  /** Tells whether this is the hint of that name; case does not matter. */
  public boolean is(String hintName) {
    return name.equalsIgnoreCase(hintName);
  }

  @Override
  public List<Node> children() {
    return List.of();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitHint(this, context);
  }
}
