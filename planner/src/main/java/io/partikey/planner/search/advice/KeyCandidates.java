package io.partikey.planner.search.advice;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.planner.api.KnownAttributes;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.search.context.SearchContext;
import io.partikey.planner.search.key.AttributeOrder;
import io.partikey.planner.search.key.SourceConditions;
import io.partikey.planner.search.key.ValueCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that conditions are about, as parts of a key.
 *
 * @param source the source
 * @param conditions its conditions
 * @param context knows the types that attributes had
 */
record KeyCandidates(TableSource source, List<ValueCondition> conditions, SearchContext context) {
  KeyCandidates {
    conditions = List.copyOf(conditions);
  }

  static KeyCandidates of(SourceConditions conditions, SearchContext context) {
    return new KeyCandidates(
        conditions.source(),
        conditions.conjuncts().stream().map(ValueCondition::of).flatMap(Optional::stream).toList(),
        context);
  }

  /** The attributes that equal something, single values before lists. */
  List<KeyAttribute> equalities() {
    return conditions.stream()
        .filter(ValueCondition::isPoints)
        .sorted((a, b) -> Boolean.compare(b.isEquality(), a.isEquality()))
        .flatMap(condition -> keyAttribute(condition).stream())
        .distinct()
        .toList();
  }

  /** The sort keys to try beside a partition key, the best first and none last. */
  List<List<KeyAttribute>> sorts(KeyAttribute partition, List<AttributeOrder> order) {
    List<KeyAttribute> sorts = new ArrayList<>();
    conditions.stream()
        .filter(condition -> !condition.isPoints())
        .forEach(condition -> keyAttribute(condition).ifPresent(sorts::add));
    order.forEach(each -> source.table().key().find(each.attribute()).ifPresent(sorts::add));
    sorts.addAll(equalities());
    List<List<KeyAttribute>> tried = new ArrayList<>();
    sorts.stream()
        .filter(sort -> !sort.name().equals(partition.name()))
        .distinct()
        .forEach(sort -> tried.add(List.of(sort)));
    tried.add(List.of());
    return tried;
  }

  /**
   * The attribute of a condition, if all that it is compared with can be of one key. It has the
   * type of the literals and of the table's definition, otherwise that of its values so far.
   */
  private Optional<KeyAttribute> keyAttribute(ValueCondition condition) {
    Set<AttributeType> types =
        condition.values().stream()
            .flatMap(value -> literalType(value).stream())
            .collect(Collectors.toCollection(TreeSet::new));
    @Nullable AttributeType known = KnownAttributes.of(source.table()).get(condition.attribute());
    if (known != null) {
      types.add(known);
    }
    if (types.isEmpty()) {
      context.observedTypes().apply(source.table().name(), condition.attribute()).stream()
          .filter(AttributeType::isKeyType)
          .forEach(types::add);
    }
    if (types.size() > 1 || !types.stream().allMatch(AttributeType::isKeyType)) {
      return Optional.empty();
    }
    AttributeType type = types.stream().findFirst().orElse(AttributeType.S);
    return Optional.of(new KeyAttribute(condition.attribute(), type));
  }

  private static Optional<AttributeType> literalType(Expression value) {
    return value instanceof Literal literal && literal.value() != null
        ? Optional.of(literal.value().type())
        : Optional.empty();
  }
}
