package io.partikey.planner.search.rewrite;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.item.NumberValue;
import io.partikey.planner.bound.Aggregation;
import io.partikey.planner.bound.Deduplication;
import io.partikey.planner.bound.Join;
import io.partikey.planner.bound.Ordering;
import io.partikey.planner.bound.Projection;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.RelationVisitor;
import io.partikey.planner.bound.Selection;
import io.partikey.planner.bound.SemiJoin;
import io.partikey.planner.bound.Slice;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.bound.Union;
import io.partikey.planner.bound.Unit;
import io.partikey.planner.bound.Unnesting;
import io.partikey.planner.search.key.NormalForm;
import org.jspecify.annotations.Nullable;

/**
 * Whether a relation has no rows whatever the tables hold, because a condition never holds or a
 * limit is zero.
 */
public final class Emptiness implements RelationVisitor<Boolean> {
  private static final Emptiness EMPTINESS = new Emptiness();

  private Emptiness() {}

  /** Whether a relation is known to have no rows. */
  public static boolean of(Relation relation) {
    return relation.accept(EMPTINESS);
  }

  @Override
  public Boolean visitTableSource(TableSource table) {
    return false;
  }

  @Override
  public Boolean visitUnit(Unit unit) {
    return false;
  }

  @Override
  public Boolean visitSelection(Selection selection) {
    return NormalForm.isNever(NormalForm.of(selection.conjuncts())) || of(selection.input());
  }

  @Override
  public Boolean visitProjection(Projection projection) {
    return of(projection.input());
  }

  @Override
  public Boolean visitJoin(Join join) {
    return of(join.left()) || (join.kind() == Join.Kind.INNER && hasNoPairs(join));
  }

  @Override
  public Boolean visitSemiJoin(SemiJoin join) {
    return of(join.left()) || (!join.negated() && of(join.right()));
  }

  @Override
  public Boolean visitUnnesting(Unnesting unnesting) {
    return of(unnesting.input());
  }

  /** Without keys there is a group of no rows. */
  @Override
  public Boolean visitAggregation(Aggregation aggregation) {
    return !aggregation.keys().isEmpty() && of(aggregation.input());
  }

  @Override
  public Boolean visitDeduplication(Deduplication deduplication) {
    return of(deduplication.input());
  }

  @Override
  public Boolean visitOrdering(Ordering ordering) {
    return of(ordering.input());
  }

  @Override
  public Boolean visitSlice(Slice slice) {
    return isZero(slice.limit()) || of(slice.input());
  }

  @Override
  public Boolean visitUnion(Union union) {
    return union.branches().stream().allMatch(Emptiness::of);
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
