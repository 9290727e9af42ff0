package io.partikey.planner.bind;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Parameter;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.expression.ServiceOperands;
import io.partikey.engine.item.AttributeValue;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.parser.ast.UpdateClause;
import io.partikey.parser.ast.UpdateStatement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the service asks of the operands of a statement, whatever the items hold: their types, the
 * order of bounds, the number of operators. {@link ServiceExamination} checks constants when a
 * statement is compiled; here are the parameters, each time that it runs. Immutable.
 */
public final class ServiceChecks {
  /** Nothing to check, as in SQL. */
  public static final ServiceChecks NONE =
      new ServiceChecks(List.of(), List.of(), List.of(), ServiceKeyValues.NONE);

  private final List<Expression> conditions;
  private final List<Expression> values;
  private final List<SetArgument> setArguments;
  private final ServiceKeyValues keys;

  /** The second argument of set_add or set_delete, which must be a set. */
  private record SetArgument(Expression argument, String function, SourceSpan firstArgument) {}

  private ServiceChecks(
      List<Expression> conditions,
      List<Expression> values,
      List<SetArgument> setArguments,
      ServiceKeyValues keys) {
    this.conditions = List.copyOf(conditions);
    this.values = List.copyOf(values);
    this.setArguments = List.copyOf(setArguments);
    this.keys = keys;
  }

  /** These checks, and those of the values that a write gives to the key. */
  ServiceChecks with(ServiceKeyValues newKeys) {
    return new ServiceChecks(conditions, values, setArguments, newKeys);
  }

  /** The checks of a condition, none without one. */
  static ServiceChecks of(
      io.partikey.parser.ast.@Nullable Expression where, BindingContext context) {
    return new ServiceChecks(
        conditions(where, context), List.of(), List.of(), ServiceKeyValues.NONE);
  }

  /** The condition as it is written, over attributes by name; null without one. */
  @Nullable Expression condition() {
    return conditions.isEmpty() ? null : conditions.get(0);
  }

  /** The checks of an UPDATE. */
  static ServiceChecks of(UpdateStatement statement, BindingContext context) {
    List<Expression> values = new ArrayList<>();
    List<SetArgument> setArguments = new ArrayList<>();
    OperandBinder operands = new OperandBinder(context, anyItem(context));
    for (UpdateClause clause : statement.clauses()) {
      if (clause instanceof UpdateClause.Set set) {
        set.assignments()
            .forEach(
                assignment -> {
                  values.add(operands.unchecked(assignment.value()));
                  addSetArguments(assignment.value(), operands, setArguments);
                });
      }
    }
    return new ServiceChecks(
        conditions(statement.where(), context), values, setArguments, ServiceKeyValues.NONE);
  }

  private static List<Expression> conditions(
      io.partikey.parser.ast.@Nullable Expression where, BindingContext context) {
    return where == null
        ? List.of()
        : List.of(new ExpressionBinder(context, Aggregates.NONE).bind(where, anyItem(context)));
  }

  /** Where every name is an attribute of the item at hand. */
  static Scope anyItem(BindingContext context) {
    return new Scope(List.of(new Source.AnyItem()), null, context.settings().dialect());
  }

  private static void addSetArguments(
      io.partikey.parser.ast.Expression value,
      OperandBinder operands,
      List<SetArgument> setArguments) {
    value
        .descendants()
        .filter(io.partikey.parser.ast.FunctionCall.class::isInstance)
        .map(io.partikey.parser.ast.FunctionCall.class::cast)
        .filter(OperandBinder::isSetFunction)
        .filter(call -> call.arguments().size() == 2)
        .forEach(
            call ->
                setArguments.add(
                    new SetArgument(
                        operands.unchecked(call.arguments().get(1)),
                        OperandBinder.nameInMessages(call),
                        call.arguments().get(0).span())));
  }

  /**
   * Checks that set_add and set_delete are given sets.
   *
   * @param parameters the values of parameters, null while they are not known
   * @throws EngineException with the service's message
   */
  void checkSets(@Nullable Parameters parameters) {
    for (SetArgument set : setArguments) {
      if (parameters != null) {
        checkSet(set, parameters);
      } else if (!(set.argument() instanceof Parameter)) {
        checkSet(set, Parameters.NONE);
      }
    }
  }

  /**
   * Checks the constants and the parameters.
   *
   * @throws EngineException with the service's message
   */
  public void check(Parameters parameters) {
    for (Expression condition : conditions) {
      ServiceOperands.check(condition, parameters);
    }
    for (Expression value : values) {
      ServiceOperands.check(value, parameters);
    }
    checkSets(parameters);
    keys.check(parameters);
  }

  private static void checkSet(SetArgument set, Parameters parameters) {
    boolean constant = set.argument() instanceof Literal || set.argument() instanceof Parameter;
    @Nullable AttributeValue value =
        constant ? set.argument().evaluate(Environment.of(parameters)) : null;
    if (value == null || !value.type().isSet()) {
      throw ServiceRefusal.withPlace(
          set.firstArgument(),
          "The second argument to " + set.function() + " must be a value with type SET");
    }
  }
}
