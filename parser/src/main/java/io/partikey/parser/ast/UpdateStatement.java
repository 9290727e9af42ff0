package io.partikey.parser.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * UPDATE in either word order, e.g. {@code UPDATE Music SET Year = 1999 REMOVE Draft WHERE Artist =
 * ?} or, {@code fromFirst}, {@code FROM Music WHERE Artist = ? SET Year = 1999}.
 *
 * <p>{@code clauses} are the SET and REMOVE clauses as written: their order, their grouping and
 * their commas.
 */
public record UpdateStatement(
    List<Hint> hints,
    boolean fromFirst,
    TargetTable target,
    List<UpdateClause> clauses,
    @Nullable ExpressionSyntax where,
    @Nullable Returning returning,
    SourceSpan span)
    implements Statement {
  public UpdateStatement {
    hints = List.copyOf(hints);
    clauses = List.copyOf(clauses);
    if (clauses.isEmpty()) {
      throw new IllegalArgumentException("an update has at least one clause");
    }
  }

  @Override
  public List<Node> children() {
    Children children = new Children().addAll(hints).add(target);
    if (fromFirst) {
      return children.add(where).addAll(clauses).add(returning).toList();
    }
    return children.addAll(clauses).add(where).add(returning).toList();
  }

  @Override
  public <R, C> R accept(AstVisitor<R, C> visitor, C context) {
    return visitor.visitUpdateStatement(this, context);
  }
}
