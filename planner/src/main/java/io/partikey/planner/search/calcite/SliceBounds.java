package io.partikey.planner.search.calcite;

import io.partikey.engine.expression.Arithmetic;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.item.NumberValue;
import org.apache.calcite.rel.core.Sort;
import org.jspecify.annotations.Nullable;

/**
 * The limit and the offset of a sort.
 *
 * @param limit most rows to return, null for all
 * @param offset rows to leave out before, null for none
 */
record SliceBounds(@Nullable Expression limit, @Nullable Expression offset) {
  /** The bounds of a sort. */
  static SliceBounds of(Sort sort) {
    ExpressionPool pool = ExpressionPool.of(sort.getCluster());
    return new SliceBounds(pool.expressionOrNull(sort.fetch), pool.expressionOrNull(sort.offset));
  }

  /** How many rows must be read for a limit: those left out too. */
  Expression rowsRead() {
    if (limit == null) {
      throw new IllegalStateException("no limit");
    }
    if (offset == null) {
      return limit;
    }
    if (limit instanceof Literal a
        && offset instanceof Literal b
        && a.value() instanceof NumberValue most
        && b.value() instanceof NumberValue skipped) {
      return new Literal(new NumberValue(most.value().add(skipped.value())));
    }
    return new Arithmetic(Arithmetic.Operator.ADD, limit, offset, true);
  }
}
