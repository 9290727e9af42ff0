package io.partikey.parser.ast;

import java.util.List;

/** EXPLAIN of a statement; with {@code analyze} the statement runs and its true cost is told. */
public record Explain(boolean analyze, Statement statement, SourceSpan span) implements Statement {
  @Override
  public List<Node> children() {
    return List.of(statement);
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitExplain(this, context);
  }
}
