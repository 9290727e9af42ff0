package io.partikey.parser.ast;

import java.util.List;

/**
 * The rows of several queries one after the other, e.g. {@code SELECT a FROM t UNION ALL SELECT b
 * FROM u}. A chain is one node.
 */
public record UnionAllSyntax(List<QuerySyntax> inputs, SourceSpan span) implements QueryBody {
  public UnionAllSyntax {
    inputs = List.copyOf(inputs);
    if (inputs.size() < 2) {
      throw new IllegalArgumentException("a union has at least two inputs");
    }
  }

  @Override
  public List<Node> children() {
    return List.copyOf(inputs);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitUnionAll(this, context);
  }
}
