package io.partikey.planner.bind;

import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import io.partikey.planner.bound.ExpressionRewriter;
import io.partikey.planner.bound.Relation;
import java.util.ArrayList;
import java.util.List;

/**
 * A relation whose columns have positions.
 *
 * @param relation the relation
 * @param symbols the symbol of each of its columns
 */
record Placed(Relation relation, List<Integer> symbols) {
  Placed {
    symbols = List.copyOf(symbols);
  }

  /** Another relation with the columns of this one. */
  Placed with(Relation other) {
    return new Placed(other, symbols);
  }

  /** An expression over the columns of this relation, from symbols to positions. */
  Expression place(Expression expression) {
    return ExpressionRewriter.replaceColumns(
        expression, symbol -> new ColumnReference(position(symbol)));
  }

  /** Expressions over the columns of this relation, from symbols to positions. */
  List<Expression> place(List<Expression> expressions) {
    return expressions.stream().map(this::place).toList();
  }

  /** The symbols of this relation's columns, then those of another. */
  List<Integer> symbolsWith(Placed right) {
    List<Integer> both = new ArrayList<>(symbols);
    both.addAll(right.symbols);
    return both;
  }

  private int position(int symbol) {
    int position = symbols.indexOf(symbol);
    if (position < 0) {
      throw new IllegalStateException("no column " + symbol + " in " + relation);
    }
    return position;
  }
}
