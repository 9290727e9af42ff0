package io.partikey.planner.execute;

import io.partikey.engine.backend.Transaction;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.table.IndexDescription;
import io.partikey.planner.bound.AggregateCall;
import io.partikey.planner.bound.AggregateCall.AggregateFunction;
import io.partikey.planner.plan.Aggregate;
import io.partikey.planner.plan.PlanCost;
import io.partikey.planner.plan.RowLayout;
import io.partikey.planner.plan.Scan;
import io.partikey.planner.plan.TableCount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row with the number of items of a table or index. */
final class TableCountCursor implements Cursor<PlanRow> {
  private final ExecutionContext context;
  private final TableCount node;
  private boolean done;

  private TableCountCursor(ExecutionContext context, TableCount node) {
    this.context = context;
    this.node = node;
  }

  /**
   * The cursor of a node. The store counts what is committed; a transaction sees its own writes on
   * its own snapshot, so there the items themselves are counted.
   */
  static Cursor<PlanRow> of(ExecutionContext context, PlanCursors cursors, TableCount node) {
    if (!(context.request().items() instanceof Transaction)) {
      return new TableCountCursor(context, node);
    }
    Scan scan =
        new Scan(
            node.table(),
            node.index(),
            false,
            null,
            new RowLayout(List.of(), false),
            null,
            PlanCost.ZERO);
    AggregateCall count = new AggregateCall(AggregateFunction.COUNT, null, false, null);
    return cursors.rows(new Aggregate(scan, List.of(), List.of(count), PlanCost.ZERO), Demand.ALL);
  }

  @Override
  public CursorStep<PlanRow> next() {
    if (done) {
      return CursorStep.exhausted();
    }
    done = true;
    context.checkCancellation();
    @Nullable IndexDescription index = node.index();
    long items =
        context
            .request()
            .backend()
            .statistics(node.table().name())
            .of(index == null ? null : index.name())
            .items();
    return CursorStep.found(PlanRow.of(NumberValue.of(items)));
  }

  @Override
  public void close() {
    done = true;
  }
}
