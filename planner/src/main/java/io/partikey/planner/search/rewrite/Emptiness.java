package io.partikey.planner.search.rewrite;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.item.NumberValue;
import io.partikey.planner.bound.Aggregation;
import io.partikey.planner.bound.Join;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.Selection;
import io.partikey.planner.bound.SemiJoin;
import io.partikey.planner.bound.Slice;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.bound.Union;
import io.partikey.planner.bound.Unit;
import io.partikey.planner.search.key.NormalForm;
import org.jspecify.annotations.Nullable;

/**
 * Whether a relation has no rows whatever the tables hold, because a condition never holds or a
 * limit is zero.
 */
public final class Emptiness {
  private Emptiness() {}

  /** Whether a relation is known to have no rows. */
  public static boolean of(Relation relation) {
    if (relation instanceof TableSource || relation instanceof Unit) {
      return false;
    }
    if (relation instanceof Selection selection
        && NormalForm.isNever(NormalForm.of(selection.conjuncts()))) {
      return true;
    }
    if (relation instanceof Slice slice && isZero(slice.limit())) {
      return true;
    }
    if (relation instanceof Aggregation aggregation && aggregation.keys().isEmpty()) {
      return false;
    }
    if (relation instanceof Join join) {
      return of(join.left()) || (join.kind() == Join.Kind.INNER && hasNoPairs(join));
    }
    if (relation instanceof SemiJoin join) {
      return of(join.left()) || (!join.negated() && of(join.right()));
    }
    if (relation instanceof Union union) {
      return union.branches().stream().allMatch(Emptiness::of);
    }
    return of(relation.inputs().get(0));
  }

  private static boolean hasNoPairs(Join join) {
    return of(join.right()) || NormalForm.isNever(NormalForm.of(join.conjuncts()));
  }

  private static boolean isZero(@Nullable Expression limit) {
    return limit instanceof Literal literal
        && literal.value() instanceof NumberValue number
        && number.value().signum() == 0;
  }
}
