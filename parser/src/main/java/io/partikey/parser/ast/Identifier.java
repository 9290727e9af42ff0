package io.partikey.parser.ast;

import java.util.List;

/**
 * A name as it stands in the statement, e.g. {@code Artist} or {@code "Song Title"}.
 *
 * <p>Names are case-sensitive whether quoted or not. {@code value} is the name itself: quotes are
 * removed and doubled quotes are single.
 */
public record Identifier(String value, boolean quoted, SourceSpan span) implements Node {
  public Identifier {
    if (value.isEmpty() && !quoted) {
      throw new IllegalArgumentException("only a quoted name can be empty");
    }
  }

  @Override
  public List<Node> children() {
    return List.of();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitIdentifier(this, context);
  }
}
