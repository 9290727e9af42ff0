package io.partikey.parser.ast;

import java.util.List;

/** {@code SHUTDOWN}: the end of a shared in-memory database. */
public record Shutdown(SourceSpan span) implements Statement {
  @Override
  public List<Node> children() {
    return List.of();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitShutdown(this, context);
  }
}
