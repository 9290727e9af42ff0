package io.partikey.planner.dynamodb.write;

import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.expression.Environment;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Logical;
import io.partikey.engine.expression.Parameter;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.bind.ParameterCheck;
import io.partikey.planner.dynamodb.mistake.Mistake;
import io.partikey.planner.dynamodb.mistake.MistakeException;
import io.partikey.planner.dynamodb.mistake.Stage;
import io.partikey.planner.plan.WritePlan;
import io.partikey.planner.search.key.ValueCondition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values that the condition of a write gives to each key attribute: one, however often it is
 * given. What else the condition says is asked of the item, whatever it says of the key. Immutable.
 */
public final class KeyValues implements ParameterCheck {
  private final TableDescription table;
  private final Map<KeyAttribute, List<Expression>> values;
  private final List<Expression> others;

  private KeyValues(
      TableDescription table, Map<KeyAttribute, List<Expression>> values, List<Expression> others) {
    this.table = table;
    this.values = values;
    this.others = List.copyOf(others);
  }

  /** The values of the key of a table in conditions that all hold. */
  public static KeyValues of(TableDescription table, List<Expression> conjuncts) {
    Map<KeyAttribute, List<Expression>> values = new LinkedHashMap<>();
    List<Expression> others = new ArrayList<>(conjuncts);
    for (KeyAttribute attribute : table.key().attributes()) {
      List<ValueCondition> equalities =
          conjuncts.stream()
              .flatMap(term -> ValueCondition.ofEquality(term).stream())
              .filter(equality -> equality.attribute().equals(attribute.name()))
              .filter(equality -> isConstant(equality.points().get(0)))
              .toList();
      values.put(attribute, equalities.stream().map(equality -> equality.points().get(0)).toList());
      equalities.stream().findFirst().ifPresent(first -> others.removeIf(first.conjunct()::equals));
    }
    return new KeyValues(table, values, others);
  }

  private static boolean isConstant(Expression value) {
    return value instanceof Literal || value instanceof Parameter;
  }

  /**
   * An attribute that is given two values.
   *
   * @param parameters the values of parameters, null while they are not known
   */
  public Optional<Mistake> ofCount(@Nullable Parameters parameters) {
    for (Map.Entry<KeyAttribute, List<Expression>> given : values.entrySet()) {
      // One value alone needs no look at it, which is what a prepared statement has.
      if (given.getValue().size() > 1 && differ(given.getValue(), parameters)) {
        return Optional.of(
            Mistake.of(
                Stage.KEY_VALUE_COUNT,
                ErrorCode.NOT_KEYED,
                "Multiple conditions on same key "
                    + given.getKey().name()
                    + ". Only single item Update/Insert/Delete are supported"));
      }
    }
    return Optional.empty();
  }

  private static boolean differ(List<Expression> given, @Nullable Parameters parameters) {
    return given.stream()
            .map(value -> Optional.ofNullable(value(value, parameters)))
            .flatMap(Optional::stream)
            .distinct()
            .count()
        > 1;
  }

  private static @Nullable AttributeValue value(Expression value, @Nullable Parameters parameters) {
    if (parameters == null) {
      return value instanceof Literal literal ? literal.value() : null;
    }
    return value.evaluate(Environment.of(parameters));
  }

  /** An attribute that is given no value. */
  public Optional<Mistake> ofWhole() {
    return values.values().stream().anyMatch(List::isEmpty)
        ? Optional.of(
            Mistake.of(
                Stage.WHOLE_KEY,
                ErrorCode.NOT_KEYED,
                "Where clause does not contain a mandatory equality on all key attributes"))
        : Optional.empty();
  }

  /** A constant that the key cannot have; of the sort key before the partition key. */
  public Optional<Mistake> ofTypes() {
    List<KeyAttribute> attributes = new ArrayList<>(values.keySet());
    Optional<Mistake> mistake = Mistake.first(attributes, this::ofScalar);
    Collections.reverse(attributes);
    return mistake.isPresent() ? mistake : Mistake.first(attributes, this::ofType);
  }

  private Optional<Mistake> ofScalar(KeyAttribute attribute) {
    return constant(attribute)
        .filter(value -> !value.type().isKeyType())
        .map(
            value ->
                Mistake.of(
                    Stage.KEY_TYPES,
                    ErrorCode.KEY_INVALID,
                    "Key value must be of type S, N, or B. Key name: "
                        + attribute.name()
                        + ", Key type: "
                        + value.type()));
  }

  private Optional<Mistake> ofType(KeyAttribute attribute) {
    return constant(attribute)
        .filter(value -> value.type() != attribute.type())
        .map(
            value ->
                Mistake.of(
                    Stage.KEY_TYPES,
                    ErrorCode.KEY_INVALID,
                    "Key attribute's data type should match its data type in table's schema: Key "
                        + attribute.name()));
  }

  private Optional<AttributeValue> constant(KeyAttribute attribute) {
    return values.getOrDefault(attribute, List.of()).stream()
        .filter(Literal.class::isInstance)
        .map(literal -> ((Literal) literal).value())
        .filter(Objects::nonNull)
        .findFirst();
  }

  @Override
  public void check(Parameters parameters) {
    MistakeException.raise(ofCount(parameters));
  }

  /** The item of a whole key. */
  public WritePlan.Target target() {
    return new WritePlan.Target(
        value(table.partitionKey()), table.sortKey().map(this::value).orElse(null), null);
  }

  private Expression value(KeyAttribute attribute) {
    return values.getOrDefault(attribute, List.of()).get(0);
  }

  /** What is asked of the item, null for nothing. */
  public @Nullable Expression condition() {
    return others.isEmpty() ? null : Logical.and(others);
  }
}
