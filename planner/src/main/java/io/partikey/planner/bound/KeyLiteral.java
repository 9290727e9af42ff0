package io.partikey.planner.bound;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.StatementPosition;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import java.util.Optional;

/**
 * A literal of another type than the key attribute that it is compared with.
 *
 * @param attribute the attribute, of the key of a table or of one of its indexes
 * @param type the type of the attribute
 * @param value the literal
 * @param position where the statement has it
 */
public record KeyLiteral(
    String attribute, AttributeType type, AttributeValue value, StatementPosition position) {
  /** The same as a value of the attribute's type, if it spells one. */
  public Optional<AttributeValue> converted() {
    if (type == AttributeType.S && value instanceof NumberValue number) {
      return Optional.of(new StringValue(number.toPlainString()));
    }
    if (type == AttributeType.N && value instanceof StringValue text) {
      try {
        return Optional.of(NumberValue.parse(text.text().strip()));
      } catch (EngineException notANumber) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
