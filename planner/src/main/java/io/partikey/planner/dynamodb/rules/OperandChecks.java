package io.partikey.planner.dynamodb.rules;

import io.partikey.engine.expression.DynamoDbOperands;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Parameters;
import io.partikey.planner.bind.ParameterCheck;
import io.partikey.planner.dynamodb.mistake.Mistake;
import io.partikey.planner.dynamodb.mistake.MistakeException;
import io.partikey.planner.dynamodb.mistake.Stage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What DynamoDB asks of the operands of a statement each time that it runs, whatever the items
 * hold: their types, the order of bounds, the number of operators.
 *
 * @param condition the condition of WHERE, null without one
 * @param values what SET assigns
 * @param setArguments what set_add and set_delete are given
 */
public record OperandChecks(
    @Nullable Expression condition, List<Expression> values, List<SetArgument> setArguments)
    implements ParameterCheck {
  public OperandChecks {
    values = List.copyOf(values);
    setArguments = List.copyOf(setArguments);
  }

  /**
   * What is wrong with operands.
   *
   * @param parameters the values of parameters, null while they are not known
   */
  static Optional<Mistake> of(Stage stage, Expression operands, @Nullable Parameters parameters) {
    return Mistake.raisedBy(
        stage,
        () -> {
          if (parameters == null) {
            DynamoDbOperands.checkConstants(operands);
          } else {
            DynamoDbOperands.check(operands, parameters);
          }
        });
  }

  @Override
  public void check(Parameters parameters) {
    if (condition != null) {
      MistakeException.raise(of(Stage.WHERE_OPERANDS, condition, parameters));
    }
    for (Expression value : values) {
      MistakeException.raise(of(Stage.CHANGE_OPERANDS, value, parameters));
    }
    MistakeException.raise(Mistake.first(setArguments, set -> set.mistake(parameters)));
  }
}
