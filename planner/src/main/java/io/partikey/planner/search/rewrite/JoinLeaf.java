package io.partikey.planner.search.rewrite;

import io.partikey.engine.expression.Expression;
import io.partikey.planner.bound.ExpressionRewriter;
import io.partikey.planner.bound.Join;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.TableSource;
import java.util.List;

/**
 * One of the relations that are joined.
 *
 * @param relation the relation
 * @param first the position of its first column among the columns of all of them, as written
 * @param kind whether rows of the others stay without a pair here
 * @param on of a LEFT leaf, the conditions that make a pair; columns as written
 */
record JoinLeaf(Relation relation, int first, Join.Kind kind, List<Expression> on) {
  JoinLeaf {
    on = List.copyOf(on);
  }

  /** Whether rows of the others stay without a pair here. */
  boolean isOptional() {
    return kind == Join.Kind.LEFT;
  }

  /** Whether it can be looked up: only items of a table can. */
  boolean isTable() {
    return relation instanceof TableSource;
  }

  /** Whether a column is one of its own. */
  boolean has(int column) {
    return column >= first && column < first + relation.width();
  }

  /** Whether an expression uses one of its columns. */
  boolean isUsedBy(Expression expression) {
    return ExpressionRewriter.columns(expression).anyMatch(this::has);
  }

  /** Whether an expression uses the column that is its whole item. */
  boolean isUsedWholeBy(Expression expression) {
    return relation instanceof TableSource source
        && source.wholeItem()
        && ExpressionRewriter.columns(expression)
            .anyMatch(column -> column == first + source.attributes().size());
  }
}
