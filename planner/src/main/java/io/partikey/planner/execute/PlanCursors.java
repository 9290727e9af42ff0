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
import io.partikey.planner.plan.PlanNodeVisitor;
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
final class PlanCursors implements PlanNodeVisitor<Cursor<PlanRow>, Demand> {
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
    return context.measurements().measured(node, node.accept(this, demand));
  }

  @Override
  public Cursor<PlanRow> visitAccess(Access access, Demand demand) {
    return accesses.rows(access, PlanRow.EMPTY, demand);
  }

  @Override
  public Cursor<PlanRow> visitFilter(Filter filter, Demand demand) {
    return new FilterCursor<>(
        rows(filter.input(), demand), row -> filter.condition().isTrue(environment(row)));
  }

  @Override
  public Cursor<PlanRow> visitProject(Project project, Demand demand) {
    return new MapCursor<>(
        rows(project.input(), demand), row -> evaluate(project.expressions(), row));
  }

  @Override
  public Cursor<PlanRow> visitLimit(Limit limit, Demand demand) {
    Slicing slicing = Slicing.of(limit.limit(), limit.offset(), context.parameters());
    return slicing.apply(rows(limit.input(), slicing.demand(demand)));
  }

  @Override
  public Cursor<PlanRow> visitDistinct(Distinct distinct, Demand demand) {
    return new DistinctCursor(
        rows(distinct.input(), demand), row -> row, context.gatheringLimits());
  }

  @Override
  public Cursor<PlanRow> visitUnnest(Unnest unnest, Demand demand) {
    return new UnnestCursor(rows(unnest.input(), demand), unnest, context.parameters());
  }

  @Override
  public Cursor<PlanRow> visitLookupJoin(LookupJoin join, Demand demand) {
    return new LookupJoinCursor(
        matches(rows(join.outer(), demand), join.inner(), demand),
        join.inner().layout().width(),
        join.keepOuter());
  }

  @Override
  public Cursor<PlanRow> visitSemiLookup(SemiLookup semi, Demand demand) {
    return new SemiLookupCursor(
        matches(rows(semi.outer(), demand), semi.inner(), new Demand(1, 0)), semi.negated());
  }

  @Override
  public Cursor<PlanRow> visitSort(Sort sort, Demand demand) {
    Slicing slicing = Slicing.of(sort.limit(), null, context.parameters());
    RowOrder order = new RowOrder(sort.keys(), context.parameters());
    return SortCursor.of(
        rows(sort.input(), Demand.ALL), order, slicing.limit(), context.gatheringLimits());
  }

  @Override
  public Cursor<PlanRow> visitAggregate(Aggregate aggregate, Demand demand) {
    return new AggregateCursor(
        rows(aggregate.input(), Demand.ALL),
        aggregate,
        context.parameters(),
        context.gatheringLimits());
  }

  @Override
  public Cursor<PlanRow> visitTableCount(TableCount count, Demand demand) {
    return TableCountCursor.of(context, this, count);
  }

  @Override
  public Cursor<PlanRow> visitSingleRow(SingleRow row, Demand demand) {
    return new ListCursor<>(List.of(PlanRow.EMPTY));
  }

  @Override
  public Cursor<PlanRow> visitNoRows(NoRows none, Demand demand) {
    return new ListCursor<>(List.of());
  }

  @Override
  public Cursor<PlanRow> visitUnionAll(UnionAll union, Demand demand) {
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
