package io.partikey.parser.ast;

import java.util.List;

/** A SET or REMOVE clause of an UPDATE; its span begins at the word. */
public sealed interface UpdateClause extends Node {

  /** Assignments behind one SET, e.g. {@code SET a = 1, b.c = ?}. */
  record Set(List<Assignment> assignments, SourceSpan span) implements UpdateClause {
    public Set {
      assignments = List.copyOf(assignments);
      if (assignments.isEmpty()) {
        throw new IllegalArgumentException("at least one assignment");
      }
    }

    @Override
    public List<Node> children() {
      return List.copyOf(assignments);
    }

    @Override
    public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
      return visitor.visitSetClause(this, context);
    }
  }

  /** Paths behind one REMOVE, e.g. {@code REMOVE a, list[0]}. */
  record Remove(List<ExpressionSyntax> paths, SourceSpan span) implements UpdateClause {
    public Remove {
      paths = List.copyOf(paths);
      if (paths.isEmpty()) {
        throw new IllegalArgumentException("at least one path");
      }
    }

    @Override
    public List<Node> children() {
      return List.copyOf(paths);
    }

    @Override
    public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
      return visitor.visitRemoveClause(this, context);
    }
  }
}
