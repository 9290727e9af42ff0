package io.partikey.planner.search.advice;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.IndexDescription.IndexKind;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.Projection;
import io.partikey.engine.table.TableDescription;
import io.partikey.parser.format.PartiqlFormatter;
import io.partikey.planner.Dialect;
import io.partikey.planner.bind.KnownAttributes;
import io.partikey.planner.bind.TypeNames;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.search.SearchContext;
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
  /** Most indexes that are suggested for the branches of one OR. */
  private static final int MOST_INDEXES = 3;

  /**
   * The indexes that make a read keyed, none if there are no such: one for the conditions beside
   * any OR, or one for each branch of an OR that no key bounds.
   */
  static List<IndexSuggestion> of(UnkeyedRead read, SearchContext context) {
    Optional<IndexSuggestion> one = ofConjuncts(read, context);
    if (one.isPresent()) {
      return List.of(one.get());
    }
    return read.conditions().conjuncts().stream()
        .map(conjunct -> ofBranches(read, conjunct, context))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static List<IndexSuggestion> ofBranches(
      UnkeyedRead read, Expression conjunct, SearchContext context) {
    List<IndexSuggestion> found = new ArrayList<>();
    TableSource source = read.conditions().source();
    for (SourceConditions branch : read.branches(conjunct)) {
      SourceConditions extended = new SourceConditions(source, branch.conjuncts());
      if (UnkeyedRead.isKeyed(extended, context)) {
        continue;
      }
      UnkeyedRead alone = read.with(extended);
      Optional<IndexSuggestion> next = ofConjuncts(alone, context);
      if (next.isEmpty() || found.size() == MOST_INDEXES) {
        return List.of();
      }
      found.add(next.get());
      source = next.get().source(source, context);
    }
    SourceConditions whole = new SourceConditions(source, read.conditions().conjuncts());
    return UnkeyedRead.isKeyed(whole, context) ? found : List.of();
  }

  private static Optional<IndexSuggestion> ofConjuncts(UnkeyedRead read, SearchContext context) {
    TableSource source = read.conditions().source();
    KeyCandidates candidates = KeyCandidates.of(read.conditions());
    for (KeyAttribute partition : candidates.equalities()) {
      for (List<KeyAttribute> sort : candidates.sorts(partition, read.order())) {
        IndexSuggestion suggestion = named(source.table(), partition, sort);
        SourceConditions conditions =
            new SourceConditions(suggestion.source(source, context), read.conditions().conjuncts());
        if (UnkeyedRead.isKeyed(conditions, context)) {
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

  /** The source as the statement would read it if the index were there. */
  private TableSource source(TableSource source, SearchContext context) {
    TableDescription extended =
        source
            .table()
            .withIndexes(
                Stream.concat(source.table().indexes().stream(), Stream.of(index)).toList());
    return source.reading(extended, context.settings().dialect() == Dialect.SQL ? null : index);
  }

  /**
   * The statements that make it. An attribute that the table does not know yet is declared first,
   * since the attributes of keys have a type.
   */
  String statements() {
    StringBuilder statements = new StringBuilder();
    for (KeyAttribute attribute : index.key().attributes()) {
      if (!KnownAttributes.of(table).containsKey(attribute.name())) {
        statements
            .append("ALTER TABLE ")
            .append(PartiqlFormatter.formatName(table.name()))
            .append(" ADD COLUMN ")
            .append(PartiqlFormatter.formatName(attribute.name()))
            .append(' ')
            .append(TypeNames.inDefinitions(attribute.type()))
            .append("; ");
      }
    }
    return statements
        .append("CREATE INDEX ")
        .append(PartiqlFormatter.formatName(index.name()))
        .append(" ON ")
        .append(PartiqlFormatter.formatName(table.name()))
        .append(
            index.key().attributes().stream()
                .map(attribute -> PartiqlFormatter.formatName(attribute.name()))
                .collect(Collectors.joining(", ", " (", ")")))
        .toString();
  }
}
