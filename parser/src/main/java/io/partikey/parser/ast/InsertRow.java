package io.partikey.parser.ast;

import java.util.List;

/** One row of VALUES, e.g. {@code (1, ?)}. */
public record InsertRow(List<ExpressionSyntax> values, SourceSpan span) implements Node {
  public InsertRow {
    values = List.copyOf(values);
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a row has at least one value");
    }
  }

  @Override
  public List<Node> children() {
    return List.copyOf(values);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitInsertRow(this, context);
  }
}
