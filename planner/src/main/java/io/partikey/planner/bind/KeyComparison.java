package io.partikey.planner.bind;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.error.StatementPosition;
import io.partikey.engine.expression.Elements;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.planner.bound.WrongKeyType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key attribute and a value that a statement compares it with, and that is known before anything
 * is read.
 *
 * @param attribute the key attribute
 * @param value a literal, a parameter, or what is computed of them
 * @param position where the statement compares them
 * @param cure what to do about a value of another type, a sentence; empty where nothing can be said
 */
public record KeyComparison(
    KeyAttribute attribute, Expression value, StatementPosition position, String cure)
    implements ParameterCheck {
  /**
   * Checks that the value has the type of the key; MISSING has any.
   *
   * @throws EngineException with {@code KEY_INVALID}, DynamoDB's message and the cure if it has not
   */
  @Override
  public void check(Parameters parameters) {
    for (AttributeValue found : values(Environment.of(parameters))) {
      if (found.type() != attribute.type()) {
        throw new EngineException(
            ErrorCode.KEY_INVALID,
            WrongKeyType.message(attribute, found.type()) + (cure.isEmpty() ? "" : ". " + cure),
            position);
      }
    }
  }

  private List<AttributeValue> values(Environment environment) {
    try {
      if (value instanceof Elements elements) {
        return elements.in(environment);
      }
      @Nullable AttributeValue one = value.evaluate(environment);
      return one == null ? List.of() : List.of(one);
    } catch (EngineException notComputable) {
      // It may never be asked for, and is raised where it is.
      return List.of();
    }
  }
}
