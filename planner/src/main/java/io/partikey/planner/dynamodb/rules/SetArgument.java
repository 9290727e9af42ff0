package io.partikey.planner.dynamodb.rules;

import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Parameter;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.parser.ast.SourceSpan;
import io.partikey.planner.dynamodb.mistake.Mistake;
import io.partikey.planner.dynamodb.mistake.Stage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The second argument of set_add or set_delete, which must be a set.
 *
 * @param function the function as DynamoDB writes it
 * @param firstArgument where the first argument is
 */
record SetArgument(Expression argument, String function, SourceSpan firstArgument) {
  /**
   * What is given that is no set.
   *
   * @param parameters the values of parameters, null while they are not known
   */
  Optional<Mistake> mistake(@Nullable Parameters parameters) {
    if (parameters == null && argument instanceof Parameter) {
      return Optional.empty();
    }
    boolean constant = argument instanceof Literal || argument instanceof Parameter;
    @Nullable AttributeValue value =
        constant
            ? argument.evaluate(Environment.of(parameters == null ? Parameters.NONE : parameters))
            : null;
    return value != null && value.type().isSet()
        ? Optional.empty()
        : Optional.of(
            Mistake.at(
                Stage.SET_ARGUMENTS,
                firstArgument,
                "The second argument to "
                    + function
                    + " must be a value with type SET at "
                    + firstArgument));
  }
}
