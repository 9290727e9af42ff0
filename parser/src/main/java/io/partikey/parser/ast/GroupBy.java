package io.partikey.parser.ast;

import java.util.List;

/** The GROUP BY clause, e.g. {@code GROUP BY Genre, Year}; its span begins at GROUP. */
public record GroupBy(List<ExpressionSyntax> keys, SourceSpan span) implements Node {
  public GroupBy {
    keys = List.copyOf(keys);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("at least one key");
    }
  }

  @Override
  public List<Node> children() {
    return List.copyOf(keys);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitGroupBy(this, context);
  }
}
