package io.partikey.planner.execute;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Parameter;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.item.ItemSize;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.Dialect;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the expressions of a key for one row.
 *
 * <pre>
 * value                  from the statement or a parameter   from the outer row of a lookup
 * MISSING                no item has this key                no item has this key
 * another type           the service's error (1)             no item has this key
 * empty or too long      the store's error                   no item has this key
 * </pre>
 *
 * (1) In the SQL dialect a string parameter for a number is the number that it spells.
 */
final class KeyEvaluator {
  private final Dialect dialect;
  private final RowEnvironment environment;

  /** An evaluator for a row, the empty one outside of lookups. */
  KeyEvaluator(ExecutionContext context, PlanRow outer) {
    this.dialect = context.dialect();
    this.environment = RowEnvironment.of(outer, context.parameters());
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
      @Nullable AttributeValue value = value(attribute, expression);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
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
    if (value == null) {
      return null;
    }
    boolean rightType = value.type() == attribute.type();
    if (rightType && mayBeStored(value)) {
      return value;
    }
    if (References.usesColumns(expression)) {
      return null;
    }
    return rightType ? value : converted(attribute, expression, value);
  }

  private AttributeValue converted(
      KeyAttribute attribute, Expression expression, AttributeValue value) {
    boolean convertible =
        isSql() && expression instanceof Parameter && attribute.type() == AttributeType.N;
    if (!convertible || !(value instanceof StringValue text)) {
      throw wrongType(attribute, value);
    }
    try {
      return NumberValue.parse(text.text().strip());
    } catch (EngineException notANumber) {
      throw wrongType(attribute, value);
    }
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
