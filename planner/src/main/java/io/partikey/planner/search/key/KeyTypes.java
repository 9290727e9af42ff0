package io.partikey.planner.search.key;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Logical;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the literals that a key attribute is compared with can be values of it. Parameters and
 * columns of an outer row are looked at when the plan runs.
 */
final class KeyTypes {
  private KeyTypes() {}

  /**
   * Checks the conditions on the key that a statement addresses.
   *
   * @throws EngineException with {@code KEY_INVALID} and the service's message, if a key attribute
   *     equals, or a sort attribute is bounded by, a literal of another type. A partition attribute
   *     bounded by one is not: such a bound is no key condition and holds of no item.
   */
  static void check(KeySchema key, Iterable<Expression> conditions) {
    for (Expression condition : conditions) {
      if (condition instanceof Logical logical) {
        check(key, logical.terms());
      }
      AttributeCondition.of(condition).ifPresent(found -> check(key, found));
    }
  }

  private static void check(KeySchema key, AttributeCondition condition) {
    Optional<KeyAttribute> attribute = key.find(condition.attribute());
    if (attribute.isEmpty()
        || (!condition.isPoints() && key.partition().contains(attribute.get()))) {
      return;
    }
    for (Expression value : condition.values()) {
      if (value instanceof Literal literal && literal.value() != null) {
        check(attribute.get(), literal.value().type());
      }
    }
  }

  private static void check(KeyAttribute attribute, AttributeType type) {
    if (!type.isKeyType()) {
      throw new EngineException(
          ErrorCode.KEY_INVALID,
          "Key value must be of type S, N, or B. Key name: "
              + attribute.name()
              + ", Key type: "
              + type);
    }
    if (type != attribute.type()) {
      throw new EngineException(
          ErrorCode.KEY_INVALID,
          "Key attribute's data type should match its data type in table's schema: Key "
              + attribute.name());
    }
  }

  /** Whether a key attribute may be bounded by the values of a condition. */
  static boolean accepts(KeyAttribute attribute, AttributeCondition condition) {
    boolean prefixOfNumber = condition.prefix() != null && attribute.type() == AttributeType.N;
    return !prefixOfNumber
        && condition.values().stream().allMatch(value -> accepts(attribute, value));
  }

  private static boolean accepts(KeyAttribute attribute, Expression value) {
    return !(value instanceof Literal literal) || accepts(attribute, literal.value());
  }

  private static boolean accepts(KeyAttribute attribute, @Nullable AttributeValue value) {
    return value != null && value.type() == attribute.type();
  }

  /** Whether a value is empty, so that no key attribute has it though it has its type. */
  static boolean isEmpty(Expression value) {
    return value instanceof Literal literal
        && ((literal.value() instanceof StringValue string && string.text().isEmpty())
            || (literal.value() instanceof BinaryValue binary && binary.length() == 0));
  }
}
