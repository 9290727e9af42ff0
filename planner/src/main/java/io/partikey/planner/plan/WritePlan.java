package io.partikey.planner.plan;

import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.WriteRequest.Put.IfExists;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.UpdateAction;
import io.partikey.engine.table.TableDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A finished plan of a write. */
public sealed interface WritePlan {
  /** The table that is written. */
  TableDescription table();

  /**
   * The plan of the rows that are put or of the items that are changed; null where there is none.
   */
  default @Nullable PlanNode source() {
    return null;
  }

  /** Puts items given one by one; several are one atomic write. */
  record PutItems(TableDescription table, IfExists ifExists, List<Expression> items)
      implements WritePlan {
    public PutItems {
      items = List.copyOf(items);
    }
  }

  /**
   * Puts the rows of a plan as one atomic write.
   *
   * @param names the attribute name of each column; null where the column holds whole items
   */
  record PutRows(
      TableDescription table, IfExists ifExists, PlanNode source, @Nullable List<String> names)
      implements WritePlan {}

  /**
   * Which items an update or delete changes.
   *
   * @param partition the partition value, when the statement names one full key
   * @param sort the sort value beside it, null where the table has no sort key
   * @param source otherwise, a plan whose one column holds the whole items to change
   */
  record Target(
      @Nullable Expression partition, @Nullable Expression sort, @Nullable PlanNode source) {}

  /**
   * Changes items.
   *
   * @param condition what must hold of each item when it is changed, beyond its key; null for
   *     nothing
   */
  record UpdateItems(
      TableDescription table,
      Target target,
      @Nullable Expression condition,
      List<UpdateAction> actions,
      ReturnValues returning)
      implements WritePlan {
    public UpdateItems {
      actions = List.copyOf(actions);
    }

    @Override
    public @Nullable PlanNode source() {
      return target.source();
    }
  }

  /** Removes items; parameters as for {@link UpdateItems}. */
  record DeleteItems(
      TableDescription table, Target target, @Nullable Expression condition, ReturnValues returning)
      implements WritePlan {
    @Override
    public @Nullable PlanNode source() {
      return target.source();
    }
  }
}
