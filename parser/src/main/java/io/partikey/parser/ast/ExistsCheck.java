package io.partikey.parser.ast;

import java.util.List;

/**
 * The condition check of a transaction as a statement, e.g. {@code EXISTS(SELECT * FROM Music WHERE
 * Artist = ? AND Year = 1999)}.
 */
public record ExistsCheck(QuerySyntax query, SourceSpan span) implements Statement {
  @Override
  public List<Node> children() {
    return List.of(query);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitExistsCheck(this, context);
  }
}
