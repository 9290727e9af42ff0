package io.partikey.planner.dynamodb.rules;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.FunctionCall;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.expression.UpdateAction;
import io.partikey.engine.table.TableDescription;
import io.partikey.parser.ast.Assignment;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.FunctionCallSyntax;
import io.partikey.parser.ast.UpdateClause;
import io.partikey.planner.bind.Aggregates;
import io.partikey.planner.bind.BindingContext;
import io.partikey.planner.bind.ExpressionBinder;
import io.partikey.planner.bind.OperandBinder;
import io.partikey.planner.bind.Scope;
import io.partikey.planner.bind.Simplification;
import io.partikey.planner.bind.Source;
import io.partikey.planner.bind.UpdateActions;
import io.partikey.planner.dynamodb.mistake.Mistake;
import io.partikey.planner.dynamodb.mistake.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The operands of one statement, each bound once when its form was found to be right. Used by one
 * thread, while the statement is compiled.
 */
public final class StatementOperands {
  private final ExpressionBinder expressions;
  private final UpdateActions updates;
  private final Scope scope;
  private final List<UpdateAction> actions = new ArrayList<>();
  private final List<SetArgument> setArguments = new ArrayList<>();
  private @Nullable Expression condition;

  /**
   * Operands that nothing is known of yet.
   *
   * @param table the table that the statement is about, null if it is not there
   */
  public StatementOperands(BindingContext context, @Nullable TableDescription table) {
    this.expressions = new ExpressionBinder(context, Aggregates.NONE);
    this.scope = scope(context, table);
    this.updates = new UpdateActions(context, scope, table);
  }

  private static Scope scope(BindingContext context, @Nullable TableDescription table) {
    Source source =
        table == null
            ? new Source.AnyItem()
            : new Source.WrittenTable(table, List.of(table.name()), new ArrayList<>());
    return new Scope(List.of(source), null, context.mode());
  }

  /** What is wrong with the operands of WHERE; binds them. */
  Optional<Mistake> ofCondition(@Nullable ExpressionSyntax where, @Nullable Parameters parameters) {
    if (where == null) {
      return Optional.empty();
    }
    Expression bound = expressions.bind(where, scope);
    condition = bound;
    return OperandChecks.of(Stage.WHERE_OPERANDS, bound, parameters);
  }

  /** What is wrong with the paths and operands of SET and REMOVE; binds them. */
  Optional<Mistake> ofChanges(
      List<UpdateClause> clauses, Clause clause, @Nullable Parameters parameters) {
    PathOverlap targets = new PathOverlap(clause);
    return Mistake.first(
        clauses,
        each ->
            each instanceof UpdateClause.Remove remove
                ? Mistake.first(remove.paths(), path -> ofRemoved(path, targets))
                : Mistake.first(
                    ((UpdateClause.Set) each).assignments(),
                    assignment -> ofAssignment(assignment, targets, parameters)));
  }

  private Optional<Mistake> ofRemoved(ExpressionSyntax path, PathOverlap targets) {
    Optional<Mistake> mistake = targets.add(path);
    if (mistake.isEmpty()) {
      actions.add(updates.remove(path));
    }
    return mistake;
  }

  private Optional<Mistake> ofAssignment(
      Assignment assignment, PathOverlap targets, @Nullable Parameters parameters) {
    Optional<Mistake> mistake = targets.add(assignment.target());
    if (mistake.isPresent()) {
      return mistake;
    }
    UpdateAction.Set set = updates.set(assignment);
    actions.add(set);
    if (assignment.value() instanceof FunctionCallSyntax call
        && OperandBinder.isSetFunction(call)
        && set.value() instanceof FunctionCall bound) {
      setArguments.add(
          new SetArgument(
              bound.arguments().get(1),
              OperandBinder.nameInMessages(call),
              call.arguments().get(0).span()));
    }
    return OperandChecks.of(Stage.CHANGE_OPERANDS, set.value(), parameters);
  }

  /** What set_add or set_delete is given that is no set. */
  Optional<Mistake> ofSets(@Nullable Parameters parameters) {
    return Mistake.first(setArguments, set -> set.mistake(parameters));
  }

  /** The condition over attributes by name, null without one. */
  public @Nullable Expression condition() {
    return condition;
  }

  /** The conditions that all hold. */
  public List<Expression> conjuncts() {
    return condition == null ? List.of() : Simplification.conjuncts(condition);
  }

  /** What SET and REMOVE do. */
  public List<UpdateAction> actions() {
    return actions;
  }

  /** A column of a select list, bound. */
  public Expression value(ExpressionSyntax column) {
    return expressions.bind(column, scope);
  }

  /** What is asked of the operands each time that the statement runs. */
  public OperandChecks checks() {
    List<Expression> values = new ArrayList<>();
    for (UpdateAction action : actions) {
      if (action instanceof UpdateAction.Set set) {
        values.add(set.value());
      }
    }
    return new OperandChecks(condition, values, setArguments);
  }
}
