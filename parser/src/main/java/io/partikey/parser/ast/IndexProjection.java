package io.partikey.parser.ast;

import java.util.List;

/**
 * The attributes an index holds beside its keys, e.g. {@code INCLUDE (Seat, Price)}; ALL if the
 * statement says nothing.
 */
public record IndexProjection(Kind kind, List<Identifier> included, SourceSpan span)
    implements Node {
  public IndexProjection {
    included = List.copyOf(included);
    if ((kind == Kind.INCLUDE) == included.isEmpty()) {
      throw new IllegalArgumentException("INCLUDE and nothing else names attributes");
    }
  }

  /** How much is projected. */
  public enum Kind {
    /** All attributes. */
    ALL,
    /** The keys of the table and the index. */
    KEYS_ONLY,
    /** The keys and the named attributes. */
    INCLUDE
  }

  @Override
  public List<Node> children() {
    return List.copyOf(included);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitIndexProjection(this, context);
  }
}
