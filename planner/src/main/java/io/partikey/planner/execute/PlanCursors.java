package io.partikey.planner.execute;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.item.AttributeValue;
import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.Aggregate;
import io.partikey.planner.plan.Distinct;
import io.partikey.planner.plan.Filter;
import io.partikey.planner.plan.KeyGet;
import io.partikey.planner.plan.Limit;
import io.partikey.planner.plan.LookupJoin;
import io.partikey.planner.plan.NoRows;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.Project;
import io.partikey.planner.plan.SemiLookup;
import io.partikey.planner.plan.SingleRow;
import io.partikey.planner.plan.Sort;
import io.partikey.planner.plan.TableCount;
import io.partikey.planner.plan.UnionAll;
import io.partikey.planner.plan.Unnest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes the cursors of a plan's nodes. */
final class PlanCursors {
  private final ExecutionContext context;
  private final AccessCursors accesses;

  PlanCursors(ExecutionContext context) {
    this.context = context;
    this.accesses = new AccessCursors(context);
  }

  /**
   * The rows of a node.
   *
   * @param demand how many of them are wanted; the cursor may give more
   */
  Cursor<PlanRow> rows(PlanNode node, Demand demand) {
    return context.measurements().measured(node, cursor(node, demand));
  }

  private Cursor<PlanRow> cursor(PlanNode node, Demand demand) {
    if (node instanceof Access access) {
      return accesses.rows(access, PlanRow.EMPTY, demand);
    }
    if (node instanceof Filter filter) {
      return new FilterCursor<>(
          rows(filter.input(), demand), row -> filter.condition().isTrue(environment(row)));
    }
    if (node instanceof Project project) {
      return new MapCursor<>(
          rows(project.input(), demand), row -> evaluate(project.expressions(), row));
    }
    if (node instanceof Limit limit) {
      Slicing slicing = Slicing.of(limit.limit(), limit.offset(), context.parameters());
      return slicing.apply(rows(limit.input(), slicing.demand(demand)));
    }
    if (node instanceof Distinct distinct) {
      return new DistinctCursor(
          rows(distinct.input(), demand), row -> row, context.gatheringLimits());
    }
    if (node instanceof UnionAll union) {
      return unionAll(union, demand);
    }
    if (node instanceof Unnest unnest) {
      return new UnnestCursor(rows(unnest.input(), demand), unnest, context.parameters());
    }
    return joiningOrGathering(node, demand);
  }

  private Cursor<PlanRow> joiningOrGathering(PlanNode node, Demand demand) {
    if (node instanceof LookupJoin join) {
      return new LookupJoinCursor(
          matches(rows(join.outer(), demand), join.inner(), demand),
          join.inner().layout().width(),
          join.keepOuter());
    }
    if (node instanceof SemiLookup semi) {
      return new SemiLookupCursor(
          matches(rows(semi.outer(), demand), semi.inner(), new Demand(1, 0)), semi.negated());
    }
    if (node instanceof Sort sort) {
      Slicing slicing = Slicing.of(sort.limit(), null, context.parameters());
      RowOrder order = new RowOrder(sort.keys(), context.parameters());
      return SortCursor.of(
          rows(sort.input(), Demand.ALL), order, slicing.limit(), context.gatheringLimits());
    }
    if (node instanceof Aggregate aggregate) {
      return new AggregateCursor(
          rows(aggregate.input(), Demand.ALL),
          aggregate,
          context.parameters(),
          context.gatheringLimits());
    }
    if (node instanceof TableCount count) {
      return TableCountCursor.of(context, this, count);
    }
    if (node instanceof SingleRow) {
      return new ListCursor<>(List.of(PlanRow.EMPTY));
    }
    if (node instanceof NoRows) {
      return new ListCursor<>(List.of());
    }
    throw new IllegalStateException("no cursor for " + node.getClass());
  }

  private Cursor<PlanRow> unionAll(UnionAll union, Demand demand) {
    List<Supplier<Cursor<PlanRow>>> branches = new ArrayList<>();
    union.branches().forEach(branch -> branches.add(() -> rows(branch, demand)));
    return new ConcatenationCursor<>(branches);
  }

  private Cursor<LookupMatch> matches(Cursor<PlanRow> outer, Access inner, Demand demand) {
    if (inner instanceof KeyGet get) {
      return new KeyLookupCursor(context, outer, get, demand);
    }
    return new MapCursor<>(
        outer,
        row ->
            new LookupMatch(
                row, context.measurements().measured(inner, accesses.rows(inner, row, demand))));
  }

  private PlanRow evaluate(List<Expression> expressions, PlanRow row) {
    RowEnvironment environment = environment(row);
    @Nullable AttributeValue[] values = new @Nullable AttributeValue[expressions.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = expressions.get(i).evaluate(environment);
    }
    return PlanRow.of(values);
  }

  private RowEnvironment environment(PlanRow row) {
    return RowEnvironment.of(row, context.parameters());
  }
}
