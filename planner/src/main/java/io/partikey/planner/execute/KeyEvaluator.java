package io.partikey.planner.execute;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Elements;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.item.ItemSize;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.Dialect;
import io.partikey.planner.bound.References;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the expressions of a key for one row.
 *
 * <pre>
 * value                  of the statement or a parameter (1)   of the outer row of a lookup
 * MISSING                no item has this key                  no item has this key
 * another type           the service's error                   no item has this key
 * empty or too long      the store's error                     no item has this key
 * </pre>
 *
 * (1) For an index that the statement does not name, as from the outer row: what a statement means
 * does not depend on the indexes that there are.
 */
final class KeyEvaluator {
  private final Dialect dialect;
  private final RowEnvironment environment;
  private final boolean chosen;

  /** An evaluator for a row, the empty one outside of lookups. */
  KeyEvaluator(ExecutionContext context, PlanRow outer) {
    this(context, outer, false);
  }

  /**
   * An evaluator for a row.
   *
   * @param chosen whether the keys are of an index that the statement does not name
   */
  KeyEvaluator(ExecutionContext context, PlanRow outer, boolean chosen) {
    this.dialect = context.dialect();
    this.environment = RowEnvironment.of(outer, context.parameters());
    this.chosen = chosen;
  }

  /** Whether this is the SQL dialect. */
  boolean isSql() {
    return dialect == Dialect.SQL;
  }

  /** The key of an item, null when no item has it. */
  @Nullable ItemKey key(TableDescription table, Expression partition, @Nullable Expression sort) {
    @Nullable AttributeValue partitionValue = value(table.partitionKey(), partition);
    if (partitionValue == null) {
      return null;
    }
    if (sort == null) {
      return ItemKey.of(partitionValue);
    }
    @Nullable AttributeValue sortValue = value(table.sortKey().orElseThrow(), sort);
    return sortValue == null ? null : ItemKey.of(partitionValue, sortValue);
  }

  /** The different values of some expressions in their order, without those that no item has. */
  Set<AttributeValue> values(KeyAttribute attribute, List<Expression> expressions) {
    Set<AttributeValue> values = new LinkedHashSet<>();
    for (Expression expression : expressions) {
      if (expression instanceof Elements elements) {
        for (AttributeValue element : elements.in(environment)) {
          addPresent(values, checked(attribute, expression, element));
        }
      } else {
        addPresent(values, value(attribute, expression));
      }
    }
    return values;
  }

  private static void addPresent(Set<AttributeValue> values, @Nullable AttributeValue value) {
    if (value != null) {
      values.add(value);
    }
  }

  /** All keys of the values of several key attributes: their cross product, the last fastest. */
  List<List<AttributeValue>> combinations(
      List<KeyAttribute> attributes, List<List<Expression>> expressions) {
    List<List<AttributeValue>> combinations = List.of(List.of());
    for (int i = 0; i < attributes.size(); i++) {
      Set<AttributeValue> values = values(attributes.get(i), expressions.get(i));
      List<List<AttributeValue>> longer = new ArrayList<>(combinations.size() * values.size());
      for (List<AttributeValue> combination : combinations) {
        for (AttributeValue value : values) {
          List<AttributeValue> extended = new ArrayList<>(combination);
          extended.add(value);
          longer.add(extended);
        }
      }
      combinations = longer;
    }
    return combinations;
  }

  /** The value of an expression for a key attribute, null when no item has it. */
  @Nullable AttributeValue value(KeyAttribute attribute, Expression expression) {
    @Nullable AttributeValue value = expression.evaluate(environment);
    return value == null ? null : checked(attribute, expression, value);
  }

  private @Nullable AttributeValue checked(
      KeyAttribute attribute, Expression expression, AttributeValue value) {
    boolean rightType = value.type() == attribute.type();
    if (rightType && mayBeStored(value)) {
      return value;
    }
    if (chosen || References.usesColumns(expression)) {
      return null;
    }
    if (rightType) {
      return value;
    }
    throw wrongType(attribute, value);
  }

  /** The service's error for a value of another type than the key. */
  static EngineException wrongType(KeyAttribute attribute, AttributeValue value) {
    if (!value.type().isKeyType()) {
      return new EngineException(
          ErrorCode.KEY_INVALID,
          "Key value must be of type S, N, or B. Key name: "
              + attribute.name()
              + ", Key type: "
              + value.type());
    }
    return new EngineException(
        ErrorCode.KEY_INVALID,
        "Key attribute's data type should match its data type in table's schema: Key "
            + attribute.name());
  }

  private static boolean mayBeStored(AttributeValue value) {
    return !isEmpty(value) && ItemSize.of(value) <= ItemSize.MAX_PARTITION_KEY_BYTES;
  }

  /** Whether this is the string or the binary of length 0, which no key is. */
  static boolean isEmpty(AttributeValue value) {
    return (value instanceof StringValue string && string.text().isEmpty())
        || (value instanceof BinaryValue binary && binary.length() == 0);
  }
}
