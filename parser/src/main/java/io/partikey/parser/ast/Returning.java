package io.partikey.parser.ast;

import java.util.List;

/** The RETURNING clause, e.g. {@code RETURNING ALL OLD *}; its span begins at the word. */
public record Returning(Scope scope, Image image, SourceSpan span) implements Node {
  /** How much of the item is answered. */
  public enum Scope {
    /** The whole item. */
    ALL,
    /** What the statement touched. */
    MODIFIED
  }

  /** The item before or after the write. */
  public enum Image {
    /** Before. */
    OLD,
    /** After. */
    NEW
  }

  @Override
  public List<Node> children() {
    return List.of();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitReturning(this, context);
  }
}
