package io.partikey.planner.search.advice;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.table.DeclaredColumn;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.IndexDescription.IndexKind;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.Projection;
import io.partikey.engine.table.TableDescription;
import io.partikey.parser.format.PartiqlFormatter;
import io.partikey.planner.Dialect;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.search.SearchContext;
import io.partikey.planner.search.key.AccessPaths;
import io.partikey.planner.search.key.AttributeCondition;
import io.partikey.planner.search.key.AttributeOrder;
import io.partikey.planner.search.key.SourceConditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An index that would make a read keyed, by the conditions that the statement has.
 *
 * <p>Its partition key is an attribute that equals something; its sort key is one that is bounded,
 * or that orders the result, or that equals something too. It is suggested only if the search
 * chooses it once it is there.
 *
 * @param table the table that it would belong to
 * @param index the index
 */
record IndexSuggestion(TableDescription table, IndexDescription index) {
  /** The index to suggest for a read, if there is one. */
  static Optional<IndexSuggestion> of(UnkeyedRead read, SearchContext context) {
    List<AttributeCondition> conditions =
        read.conditions().conjuncts().stream()
            .map(AttributeCondition::of)
            .flatMap(Optional::stream)
            .toList();
    Candidates candidates = new Candidates(read.conditions().source(), conditions);
    for (KeyAttribute partition : candidates.equalities()) {
      for (List<KeyAttribute> sort : candidates.sorts(partition, read.order())) {
        IndexSuggestion suggestion = named(read.conditions().source().table(), partition, sort);
        if (suggestion.serves(read, context)) {
          return Optional.of(suggestion);
        }
      }
    }
    return Optional.empty();
  }

  private static IndexSuggestion named(
      TableDescription table, KeyAttribute partition, List<KeyAttribute> sort) {
    KeySchema key = new KeySchema(List.of(partition), sort);
    String name =
        "By"
            + key.attributes().stream()
                .map(attribute -> capitalised(attribute.name()))
                .collect(Collectors.joining());
    return new IndexSuggestion(
        table, IndexDescription.active(unused(table, name), IndexKind.GLOBAL, key, Projection.ALL));
  }

  private static String capitalised(String attribute) {
    String word = attribute.replaceAll("[^A-Za-z0-9]", "");
    return word.isEmpty()
        ? "Attribute"
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String unused(TableDescription table, String name) {
    Set<String> names =
        table.indexes().stream()
            .map(IndexDescription::name)
            .collect(Collectors.toCollection(TreeSet::new));
    String free = name;
    for (int number = 2; names.contains(free); number++) {
      free = name + number;
    }
    return free;
  }

  private boolean serves(UnkeyedRead read, SearchContext context) {
    TableSource source = read.conditions().source();
    TableDescription extended =
        table.withIndexes(Stream.concat(table.indexes().stream(), Stream.of(index)).toList());
    TableSource indexed =
        new TableSource(
            extended,
            context.settings().dialect() == Dialect.SQL ? null : index,
            source.alias(),
            source.attributes(),
            source.wholeItem(),
            source.scanAllowed(),
            source.position());
    SourceConditions conditions = new SourceConditions(indexed, read.conditions().conjuncts());
    return new AccessPaths(context).of(conditions).get(0).isKeyed();
  }

  /** The statement that makes it. */
  String statement() {
    return "CREATE INDEX "
        + index.name()
        + " ON "
        + PartiqlFormatter.formatName(table.name())
        + " ("
        + index.key().attributes().stream()
            .map(attribute -> PartiqlFormatter.formatName(attribute.name()))
            .collect(Collectors.joining(", "))
        + ")";
  }

  /**
   * The attributes that conditions are about, as parts of a key.
   *
   * @param source the source
   * @param conditions its conditions
   */
  private record Candidates(TableSource source, List<AttributeCondition> conditions) {
    /** The attributes that equal something, single values before lists. */
    List<KeyAttribute> equalities() {
      return conditions.stream()
          .filter(AttributeCondition::isPoints)
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

    /** The attribute of a condition, if all that it is compared with can be of one key. */
    private Optional<KeyAttribute> keyAttribute(AttributeCondition condition) {
      Set<AttributeType> types =
          condition.values().stream()
              .flatMap(value -> literalType(value).stream())
              .collect(Collectors.toCollection(TreeSet::new));
      keyType(condition.attribute()).ifPresent(types::add);
      if (types.size() > 1 || !types.stream().allMatch(AttributeType::isKeyType)) {
        return Optional.empty();
      }
      AttributeType type =
          types.stream().findFirst().orElseGet(() -> declaredType(condition.attribute()));
      return Optional.of(new KeyAttribute(condition.attribute(), type));
    }

    /** The type that an attribute has in a key already; it has no other in another key. */
    private Optional<AttributeType> keyType(String attribute) {
      return Stream.concat(
              Stream.of(source.table().key()),
              source.table().indexes().stream().map(IndexDescription::key))
          .flatMap(key -> key.find(attribute).stream())
          .map(KeyAttribute::type)
          .findFirst();
    }

    private static Optional<AttributeType> literalType(Expression value) {
      return value instanceof Literal literal && literal.value() != null
          ? Optional.of(literal.value().type())
          : Optional.empty();
    }

    private AttributeType declaredType(String attribute) {
      return source.table().declaredColumns().stream()
          .filter(column -> column.name().equals(attribute))
          .map(DeclaredColumn::type)
          .filter(AttributeType::isKeyType)
          .findFirst()
          .orElse(AttributeType.S);
    }
  }
}
