package io.partikey.planner.dynamodb.rules;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.expression.DynamoDbOperands;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Parameter;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.parser.ast.ExpressionSyntax;
import io.partikey.parser.ast.FunctionCallSyntax;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.parser.ast.UpdateClause;
import io.partikey.parser.ast.UpdateStatement;
import io.partikey.planner.bind.Aggregates;
import io.partikey.planner.bind.BindingContext;
import io.partikey.planner.bind.ExpressionBinder;
import io.partikey.planner.bind.OperandBinder;
import io.partikey.planner.bind.ParameterCheck;
import io.partikey.planner.bind.Scope;
import io.partikey.planner.bind.Simplification;
import io.partikey.planner.bind.Source;
import io.partikey.planner.dynamodb.mistake.Refusals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What DynamoDB asks of the operands of a statement, whatever the items hold: their types, the
 * order of bounds, the number of operators. {@link Examination} checks constants when a statement
 * is compiled; here are the parameters, each time that it runs. Immutable.
 */
public final class OperandChecks implements ParameterCheck {
  private final List<Expression> conditions;
  private final List<Expression> values;
  private final List<SetArgument> setArguments;

  /** The second argument of set_add or set_delete, which must be a set. */
  private record SetArgument(Expression argument, String function, SourceSpan firstArgument) {}

  private OperandChecks(
      List<Expression> conditions, List<Expression> values, List<SetArgument> setArguments) {
    this.conditions = List.copyOf(conditions);
    this.values = List.copyOf(values);
    this.setArguments = List.copyOf(setArguments);
  }

  /** The checks of a condition, none without one. */
  static OperandChecks of(@Nullable ExpressionSyntax where, BindingContext context) {
    return new OperandChecks(conditions(where, context), List.of(), List.of());
  }

  /** The condition as it is written, over attributes by name; null without one. */
  public @Nullable Expression condition() {
    return conditions.isEmpty() ? null : conditions.get(0);
  }

  /** The conditions that all hold, as they are written. */
  public List<Expression> conjuncts() {
    return conditions.stream().flatMap(each -> Simplification.conjuncts(each).stream()).toList();
  }

  /** These checks of its condition, and those of what an UPDATE sets. */
  OperandChecks with(UpdateStatement statement, BindingContext context) {
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
    return new OperandChecks(conditions, values, setArguments);
  }

  private static List<Expression> conditions(
      @Nullable ExpressionSyntax where, BindingContext context) {
    return where == null
        ? List.of()
        : List.of(new ExpressionBinder(context, Aggregates.NONE).bind(where, anyItem(context)));
  }

  /** Where every name is an attribute of the item at hand. */
  public static Scope anyItem(BindingContext context) {
    return new Scope(List.of(new Source.AnyItem()), null, context.mode());
  }

  private static void addSetArguments(
      ExpressionSyntax value, OperandBinder operands, List<SetArgument> setArguments) {
    value
        .descendants()
        .filter(FunctionCallSyntax.class::isInstance)
        .map(FunctionCallSyntax.class::cast)
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
   * @throws EngineException with DynamoDB's message
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
   * @throws EngineException with DynamoDB's message
   */
  @Override
  public void check(Parameters parameters) {
    for (Expression condition : conditions) {
      DynamoDbOperands.check(condition, parameters);
    }
    for (Expression value : values) {
      DynamoDbOperands.check(value, parameters);
    }
    checkSets(parameters);
  }

  private static void checkSet(SetArgument set, Parameters parameters) {
    boolean constant = set.argument() instanceof Literal || set.argument() instanceof Parameter;
    @Nullable AttributeValue value =
        constant ? set.argument().evaluate(Environment.of(parameters)) : null;
    if (value == null || !value.type().isSet()) {
      throw Refusals.withPlace(
          set.firstArgument(),
          "The second argument to " + set.function() + " must be a value with type SET");
    }
  }
}
