package io.partikey.parser.ast;

import java.util.List;

/** A query as a statement, e.g. {@code SELECT * FROM Music WHERE Artist = ?}. */
public record SelectStatement(QuerySyntax query, SourceSpan span) implements Statement {
  @Override
  public List<Node> children() {
    return List.of(query);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitSelectStatement(this, context);
  }
}
