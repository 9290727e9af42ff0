package io.partikey.planner.explain;

import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.backend.WriteRequest.Put.IfExists;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.ExpressionText;
import io.partikey.engine.expression.LiteralText;
import io.partikey.engine.expression.UpdateAction;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.WritePlan;
import io.partikey.planner.plan.WritePlan.DeleteItems;
import io.partikey.planner.plan.WritePlan.PutItems;
import io.partikey.planner.plan.WritePlan.PutRows;
import io.partikey.planner.plan.WritePlan.Target;
import io.partikey.planner.plan.WritePlan.UpdateItems;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A write as EXPLAIN writes it. */
final class WriteText {
  private WriteText() {}

  /** The line of a write. */
  static String of(WritePlan plan) {
    String table = LiteralText.name(plan.table().name());
    if (plan instanceof PutItems put) {
      return verb(put.ifExists()) + " " + table;
    }
    if (plan instanceof PutRows put) {
      return verb(put.ifExists()) + " " + table;
    }
    if (plan instanceof UpdateItems update) {
      return "Update "
          + table
          + key(plan, update.target())
          + condition(update.condition())
          + actions(update.actions())
          + returning(update.returning());
    }
    DeleteItems delete = (DeleteItems) plan;
    return "Delete "
        + table
        + key(plan, delete.target())
        + condition(delete.condition())
        + returning(delete.returning());
  }

  /** The query that finds what a write writes, if there is one. */
  static Optional<PlanNode> source(WritePlan plan) {
    if (plan instanceof PutRows put) {
      return Optional.of(put.source());
    }
    return target(plan).flatMap(target -> Optional.ofNullable(target.source()));
  }

  private static Optional<Target> target(WritePlan plan) {
    if (plan instanceof UpdateItems update) {
      return Optional.of(update.target());
    }
    return plan instanceof DeleteItems delete ? Optional.of(delete.target()) : Optional.empty();
  }

  private static String verb(IfExists ifExists) {
    return switch (ifExists) {
      case FAIL -> "Insert";
      case REPLACE -> "Replace";
      case MERGE -> "Upsert";
    };
  }

  private static String key(WritePlan plan, Target target) {
    @Nullable Expression partition = target.partition();
    return partition == null
        ? ""
        : new KeyText(column -> "$" + column).key(plan.table(), partition, target.sort());
  }

  private static String condition(@Nullable Expression condition) {
    return condition == null ? "" : " condition=[" + ExpressionText.of(condition) + "]";
  }

  private static String actions(List<UpdateAction> actions) {
    return actions.stream().map(WriteText::action).collect(Collectors.joining(", ", " [", "]"));
  }

  private static String action(UpdateAction action) {
    return action instanceof UpdateAction.Set set
        ? "SET " + set.target() + " = " + ExpressionText.of(set.value())
        : "REMOVE " + action.target();
  }

  private static String returning(ReturnValues values) {
    return values == ReturnValues.NONE
        ? ""
        : " returning " + values.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
