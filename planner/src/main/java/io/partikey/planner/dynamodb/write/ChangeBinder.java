package io.partikey.planner.dynamodb.write;

import io.partikey.engine.backend.ReturnValues;
import io.partikey.engine.table.TableDescription;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.TargetTable;
import io.partikey.planner.bind.BindingContext;
import io.partikey.planner.bind.Bound;
import io.partikey.planner.bind.Positions;
import io.partikey.planner.bound.BoundWrite;
import io.partikey.planner.dynamodb.mistake.Mistake;
import io.partikey.planner.dynamodb.mistake.Stage;
import io.partikey.planner.dynamodb.rules.Examination;
import io.partikey.planner.dynamodb.rules.KeyPathRules;
import io.partikey.planner.dynamodb.rules.StatementOperands;
import io.partikey.planner.plan.WritePlan;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Binds one UPDATE or DELETE of DynamoDB's dialect, to the one item that its WHERE names. */
public final class ChangeBinder {
  private final BindingContext context;
  private final TargetTable target;
  private final @Nullable ExpressionSyntax where;
  private final StatementOperands operands;
  private final @Nullable TableDescription table;
  private @Nullable KeyValues key;

  /** A binder of a statement about a table. */
  public ChangeBinder(
      BindingContext context, TargetTable target, @Nullable ExpressionSyntax where) {
    this.context = context;
    this.target = target;
    this.where = where;
    this.table = context.tables().find(target.name().parts().get(0)).orElse(null);
    this.operands = new StatementOperands(context, table);
  }

  /** The operands of the statement, which an examination of its text binds. */
  public StatementOperands operands() {
    return operands;
  }

  /** Adds what DynamoDB looks at when it knows the table. */
  public Examination examine(Examination examination) {
    return examination
        .look(
            Stage.TABLE,
            () -> Mistake.raisedBy(Stage.TABLE, () -> context.tables().table(target.name())))
        .look(Stage.KEY_VALUE_COUNT, () -> key().ofCount(null))
        .look(Stage.KEY_PATHS, () -> KeyPathRules.ofWritten(where, table()))
        .look(Stage.WHOLE_KEY, () -> key().ofWhole())
        .look(Stage.KEY_TYPES, () -> key().ofTypes());
  }

  /** The table, which was found to be there. */
  public TableDescription table() {
    return Objects.requireNonNull(table, "the table was asked for");
  }

  private KeyValues key() {
    if (key == null) {
      key = KeyValues.of(table(), operands.conjuncts());
    }
    return key;
  }

  /** An UPDATE in which no mistake was found. */
  public BoundChange update(ReturnValues returning) {
    BoundWrite.Update update =
        new BoundWrite.Update(
            table(),
            operands.conjuncts(),
            operands.actions(),
            returning,
            false,
            Positions.of(target.name().span()),
            List.of());
    return bound(
        update,
        new WritePlan.UpdateItems(
            table(), key().target(), key().condition(), update.actions(), returning));
  }

  /** A DELETE in which no mistake was found. */
  public BoundChange delete(ReturnValues returning) {
    BoundWrite.Delete delete =
        new BoundWrite.Delete(
            table(),
            operands.conjuncts(),
            returning,
            false,
            Positions.of(target.name().span()),
            List.of());
    return bound(
        delete, new WritePlan.DeleteItems(table(), key().target(), key().condition(), returning));
  }

  private BoundChange bound(BoundWrite write, WritePlan plan) {
    return new BoundChange(
        Bound.of(write, context).checkedBy(List.of(operands.checks(), key())), plan);
  }
}
