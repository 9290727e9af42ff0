package io.partikey.planner.search.key;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.InList;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Logical;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.planner.bound.WrongKeyType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the literals that a key attribute is compared with can be values of it. Parameters and
 * columns of an outer row are looked at when the plan runs.
 *
 * <p>In SQL a literal of another type that a statement compares with a key is an error before a
 * plan is looked for. One that comes to a key from further out, such as from the WHERE around a
 * derived table, is a condition that never holds.
 */
final class KeyTypes {
  private KeyTypes() {}

  /**
   * Checks the conditions on the key that a statement of DynamoDB's dialect addresses.
   *
   * @throws EngineException with {@code KEY_INVALID} and DynamoDB's message, if a key attribute
   *     equals, or a sort attribute is bounded by, a literal of another type. A partition attribute
   *     bounded by one is not: such a bound is no key condition and holds of no item.
   */
  static void check(KeySchema key, Iterable<Expression> conditions) {
    for (Expression condition : conditions) {
      if (condition instanceof Logical logical) {
        check(key, logical.terms());
      }
      ValueCondition.of(condition).ifPresent(found -> check(key, found));
    }
  }

  private static void check(KeySchema key, ValueCondition condition) {
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
    if (type != attribute.type()) {
      throw WrongKeyType.error(attribute, type);
    }
  }

  /**
   * Conditions without what is never true of an item with this key, since every item has its
   * attributes with their types: the same conditions where nothing is.
   *
   * <pre>
   * pk = 1 OR x = 2         -&gt;  x = 2          where pk is a string
   * pk IN [1, 'a']          -&gt;  pk = 'a'
   * sk BETWEEN 1 AND 'a'    -&gt;  FALSE
   * </pre>
   */
  static List<Expression> withoutImpossible(KeySchema key, List<Expression> conditions) {
    boolean changed = false;
    List<Expression> possible = new ArrayList<>(conditions.size());
    for (Expression condition : conditions) {
      Expression rest = withoutImpossible(key, condition);
      changed |= rest != condition;
      possible.add(rest);
    }
    return changed ? possible : conditions;
  }

  private static Expression withoutImpossible(KeySchema key, Expression condition) {
    if (condition instanceof Logical logical) {
      List<Expression> terms = withoutImpossible(key, logical.terms());
      return terms == logical.terms() ? logical : new Logical(logical.operator(), terms);
    }
    Optional<ValueCondition> compared = ValueCondition.of(condition);
    Optional<KeyAttribute> attribute = compared.flatMap(each -> key.find(each.attribute()));
    if (attribute.isEmpty() || accepts(attribute.get(), compared.get())) {
      return condition;
    }
    if (condition instanceof InList in) {
      List<Expression> candidates =
          in.candidates().stream().filter(value -> accepts(attribute.get(), value)).toList();
      return candidates.isEmpty() ? NormalForm.FALSE : InList.of(in.value(), candidates);
    }
    return NormalForm.FALSE;
  }

  /** Whether a key attribute may be bounded by the values of a condition. */
  static boolean accepts(KeyAttribute attribute, ValueCondition condition) {
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
