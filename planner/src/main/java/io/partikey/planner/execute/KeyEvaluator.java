package io.partikey.planner.execute;

import static java.util.Objects.requireNonNull;

import io.partikey.engine.backend.MemoryLimit;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Elements;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.item.ItemSize;
import io.partikey.engine.item.StringValue;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.bound.WrongKeyType;
import io.partikey.planner.mode.Mode;
import io.partikey.planner.plan.Query;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the expressions of a key for one row.
 *
 * <pre>
 * value                SQL                         DynamoDB's dialect
 * MISSING              no item has this key        no item has this key
 * another type         no item has this key (1)    DynamoDB's error
 * empty or too long    no item has this key        the store's error
 * </pre>
 *
 * (1) What a statement itself compares with a key was checked before. Of an index that it does not
 * name, only if no item ever had a value of that type there: such an item has no entry.
 */
final class KeyEvaluator {
  /** About how many bytes of memory a combination takes, with the cursor that reads it. */
  private static final long COMBINATION_BYTES = 150;

  private final ExecutionContext context;
  private final RowEnvironment environment;
  private final @Nullable Query chosen;

  /** An evaluator for a row, the empty one outside of lookups. */
  KeyEvaluator(ExecutionContext context, PlanRow outer) {
    this(context, outer, null);
  }

  /**
   * An evaluator for a row.
   *
   * @param chosen reads an index that the statement does not name; null where the keys are not of
   *     such a one
   */
  KeyEvaluator(ExecutionContext context, PlanRow outer, @Nullable Query chosen) {
    this.context = context;
    this.environment = RowEnvironment.of(outer, context.parameters());
    this.chosen = chosen;
  }

  /** Whether a key that no item can have finds nothing, and is no error. */
  boolean findsNothing() {
    return context.mode().mistypedKey() == Mode.MistypedKey.FINDS_NOTHING;
  }

  /** The key of an item, null when no item has it. */
  @Nullable ItemKey key(TableDescription table, Expression partition, @Nullable Expression sort) {
    @Nullable AttributeValue partitionValue =
        stored(value(table.partitionKey(), partition), ItemSize.MAX_PARTITION_KEY_BYTES);
    if (partitionValue == null) {
      return null;
    }
    if (sort == null) {
      return ItemKey.of(partitionValue);
    }
    @Nullable AttributeValue sortValue =
        stored(value(table.sortKey().orElseThrow(), sort), ItemSize.MAX_SORT_KEY_BYTES);
    return sortValue == null ? null : ItemKey.of(partitionValue, sortValue);
  }

  /** The different values of a partition attribute in their order, without those no item has. */
  Set<AttributeValue> partitions(KeyAttribute attribute, List<Expression> expressions) {
    return values(attribute, expressions, ItemSize.MAX_PARTITION_KEY_BYTES);
  }

  /** The different values of a sort attribute in their order, without those no item has. */
  Set<AttributeValue> sorts(KeyAttribute attribute, List<Expression> expressions) {
    return values(attribute, expressions, ItemSize.MAX_SORT_KEY_BYTES);
  }

  private Set<AttributeValue> values(
      KeyAttribute attribute, List<Expression> expressions, int mostBytes) {
    Set<AttributeValue> values = new LinkedHashSet<>();
    for (Expression expression : expressions) {
      if (expression instanceof Elements elements) {
        for (AttributeValue element : elements.in(environment)) {
          addPresent(values, stored(typed(attribute, element), mostBytes));
        }
      } else {
        addPresent(values, stored(value(attribute, expression), mostBytes));
      }
    }
    return values;
  }

  private static void addPresent(Set<AttributeValue> values, @Nullable AttributeValue value) {
    if (value != null) {
      values.add(value);
    }
  }

  /** A value, null where none of its length is stored in a key. */
  private @Nullable AttributeValue stored(@Nullable AttributeValue value, int mostBytes) {
    return value == null || !findsNothing() || (!isEmpty(value) && ItemSize.of(value) <= mostBytes)
        ? value
        : null;
  }

  /** All keys of the values of several key attributes: their cross product, the last fastest. */
  List<List<AttributeValue>> combinations(
      List<KeyAttribute> attributes, List<List<Expression>> expressions) {
    List<List<AttributeValue>> combinations = List.of(List.of());
    for (int i = 0; i < attributes.size(); i++) {
      Set<AttributeValue> values = partitions(attributes.get(i), expressions.get(i));
      requireFew((long) combinations.size() * values.size());
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

  private static void requireFew(long combinations) {
    long limit = MemoryLimit.OPERATOR.bytes();
    if (combinations > limit / COMBINATION_BYTES) {
      throw new EngineException(
          ErrorCode.LIMIT_EXCEEDED,
          "The values of the partition key make "
              + combinations
              + " item collections, more than the "
              + MemoryLimit.inWords(limit)
              + " of memory that an operator may have. Ask for fewer at once, or start Java with a"
              + " higher limit: -D"
              + MemoryLimit.OPERATOR.property()
              + "=MEGABYTES.");
    }
  }

  /** The value of an expression for a key attribute, null when no item has one of its type. */
  @Nullable AttributeValue value(KeyAttribute attribute, Expression expression) {
    @Nullable AttributeValue value = expression.evaluate(environment);
    return value == null ? null : typed(attribute, value);
  }

  private @Nullable AttributeValue typed(KeyAttribute attribute, AttributeValue value) {
    if (value.type() == attribute.type()) {
      return value;
    }
    if (!findsNothing()) {
      throw WrongKeyType.error(attribute, value.type());
    }
    if (chosen != null) {
      requireUnseen(chosen, attribute, value.type());
    }
    return null;
  }

  private void requireUnseen(Query read, KeyAttribute attribute, AttributeType type) {
    String table = read.table().name();
    if (!context.request().backend().observedTypes(table, attribute.name()).contains(type)) {
      return;
    }
    String index = read.table().name() + "." + requireNonNull(read.index()).name();
    throw new EngineException(
        ErrorCode.NOT_KEYED,
        "The index "
            + index
            + " has no entry of the items whose "
            + attribute.name()
            + " is "
            + type
            + ", and "
            + table
            + " has had such items. Write FROM "
            + index
            + " to leave them out, or compare "
            + attribute.name()
            + " with a value of the type "
            + attribute.type()
            + ".");
  }

  /** Whether this is the string or the binary of length 0, which no key is. */
  static boolean isEmpty(AttributeValue value) {
    return (value instanceof StringValue string && string.text().isEmpty())
        || (value instanceof BinaryValue binary && binary.length() == 0);
  }
}
