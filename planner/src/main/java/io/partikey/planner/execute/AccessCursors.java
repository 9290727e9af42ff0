package io.partikey.planner.execute;

import io.partikey.engine.backend.AttributeSelection;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.item.Item;
import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.AccessVisitor;
import io.partikey.planner.plan.KeyGet;
import io.partikey.planner.plan.KeyedUnion;
import io.partikey.planner.plan.MultiGet;
import io.partikey.planner.plan.Query;
import io.partikey.planner.plan.RowLayout;
import io.partikey.planner.plan.Scan;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes the cursors of accesses: of the items that they find, and of the rows made from them. */
final class AccessCursors {
  private final ExecutionContext context;

  AccessCursors(ExecutionContext context) {
    this.context = context;
  }

  /** How many bytes a cursor may hold in memory that gathers what it reads. */
  GatheringLimits gatheringLimits() {
    return context.gatheringLimits();
  }

  /** The rows of an access, for an outer row or for {@link PlanRow#EMPTY} outside of lookups. */
  Cursor<PlanRow> rows(Access access, PlanRow outer, Demand demand) {
    RowLayout layout = access.layout();
    return new MapCursor<>(
        items(access, outer, Selections.of(layout), demand), item -> PlanRow.of(item, layout));
  }

  /** The items of an access with at least the attributes selected. */
  Cursor<Item> items(Access access, PlanRow outer, AttributeSelection selection, Demand demand) {
    return access.accept(new Opening(this, outer, selection, demand));
  }

  /** Opens the items of an access. */
  private record Opening(
      AccessCursors cursors, PlanRow outer, AttributeSelection selection, Demand demand)
      implements AccessVisitor<Cursor<Item>> {
    @Override
    public Cursor<Item> visitKeyGet(KeyGet get) {
      return new KeyGetCursor(cursors.context, get, outer, selection);
    }

    @Override
    public Cursor<Item> visitMultiGet(MultiGet get) {
      return MultiGetCursor.of(cursors.context, get, outer, selection, demand);
    }

    @Override
    public Cursor<Item> visitQuery(Query query) {
      return QueryItems.of(cursors.context, query, outer, selection, demand);
    }

    @Override
    public Cursor<Item> visitKeyedUnion(KeyedUnion union) {
      return KeyedUnionItems.of(cursors, union, outer, selection, demand);
    }

    @Override
    public Cursor<Item> visitScan(Scan scan) {
      return ScanItems.of(cursors.context, scan, outer, selection, demand);
    }
  }

  /** The same for an access that is an input of another, and measured by itself. */
  Cursor<Item> measuredItems(
      Access access, PlanRow outer, AttributeSelection selection, Demand demand) {
    return context.measurements().measured(access, items(access, outer, selection, demand));
  }

  /** The items for which a condition holds beside an outer row; all without a condition. */
  static Cursor<Item> filtered(
      ExecutionContext context, Cursor<Item> items, @Nullable Expression condition, PlanRow outer) {
    return condition == null
        ? items
        : new FilterCursor<>(items, condition(context, condition, outer));
  }

  /** Whether a condition holds of an item beside an outer row. */
  static Predicate<Item> condition(
      ExecutionContext context, @Nullable Expression condition, PlanRow outer) {
    if (condition == null) {
      return item -> true;
    }
    RowEnvironment environment = RowEnvironment.of(outer, context.parameters());
    return item -> condition.isTrue(environment.with(item));
  }
}
