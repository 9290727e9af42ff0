package io.partikey.planner.bind;

import io.partikey.engine.expression.Expression;
import java.util.List;

/**
 * A query after binding, before its columns have positions.
 *
 * @param draft its rows
 * @param output what it answers, computed from those rows
 * @param correlated conditions of its WHERE that use columns of the query around it
 */
record Block(Draft draft, Output output, List<Expression> correlated) {
  Block {
    correlated = List.copyOf(correlated);
  }
}
