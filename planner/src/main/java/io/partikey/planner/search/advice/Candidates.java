package io.partikey.planner.search.advice;

import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.planner.api.KnownAttributes;
import io.partikey.planner.bound.KeyLiteral;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.mode.Mode;
import io.partikey.planner.search.context.SearchContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The changes to a statement that may make it keyed, each to be tried: what the reads lack that the
 * search weighed, in every order of the joins.
 */
final class Candidates {
  private final List<TableSource> sources;
  private final boolean changed;
  private final SearchContext context;
  private final IndexSuggestion suggestions;

  /**
   * The candidates for a statement.
   *
   * @param changed whether the statement changes what it finds, which must be items of the table
   */
  Candidates(Relation statement, boolean changed, SearchContext context) {
    this.sources = Mention.sources(statement).toList();
    this.changed = changed;
    this.context = context;
    this.suggestions = new IndexSuggestion(StatementNeeds.of(statement), context);
  }

  /** The changes to the statement itself, those of literals among them. */
  List<List<Change>> toStatement(List<WeighedRead> reads) {
    List<List<Change>> all = new ArrayList<>(toLiterals());
    Set<Change> found = new LinkedHashSet<>();
    reads.forEach(read -> add(read, found));
    found.forEach(change -> all.add(List.of(change)));
    return all;
  }

  /**
   * Literals to be written otherwise: all that one attribute is compared with, since its condition
   * needs them all.
   */
  List<List<Change>> toLiterals() {
    Map<String, List<Change>> byAttribute = new LinkedHashMap<>();
    for (TableSource source : sources) {
      for (KeyLiteral literal : source.mistyped()) {
        if (literal.converted().isPresent()) {
          byAttribute
              .computeIfAbsent(Mention.of(source) + literal.attribute(), name -> new ArrayList<>())
              .add(new Change.Retyped(source, literal));
        }
      }
    }
    return List.copyOf(byAttribute.values());
  }

  private void add(WeighedRead read, Set<Change> found) {
    TableSource source = read.source();
    if (source.namedIndex() != null) {
      found.add(new Change.Reading(source, null, List.of()));
    }
    for (KeyGap gap : KeyGap.of(read, context)) {
      if (gap.missing().isEmpty()) {
        if (isReadable(source, gap.index())) {
          found.add(new Change.Reading(source, gap.index(), List.of()));
        }
        continue;
      }
      if (gap.equalities().isEmpty() && !changed) {
        found.add(new Change.Reading(source, gap.index(), gap.unbounded()));
      }
      addConditions(source, gap, found);
    }
  }

  private boolean isReadable(TableSource source, @Nullable IndexDescription index) {
    return index != null
        && source.namedIndex() == null
        && context.mode().indexes() == Mode.Indexes.NAMED;
  }

  private void addConditions(TableSource source, KeyGap gap, Set<Change> found) {
    boolean known =
        found.stream()
            .anyMatch(
                change ->
                    change instanceof Change.Conditions conditions
                        && Mention.of(conditions.source()).equals(Mention.of(source))
                        && conditions.attributes().equals(gap.missing()));
    if (known) {
      return;
    }
    found.add(new Change.Conditions(source, gap));
    for (TableSource other : sources) {
      if (isPair(source, other) && hasAll(gap.missing(), source, other)) {
        found.add(new Change.Pairing(source, gap.missing(), other, gap.missing(), gap));
      }
    }
  }

  /**
   * Whether attributes of the same name may mean the same in two tables: not where each tells the
   * items of its table apart, as {@code id} does in many.
   */
  private static boolean isPair(TableSource source, TableSource other) {
    return source.block().sees(other.block())
        && !other.table().name().equals(source.table().name())
        && !(source.table().key().equals(other.table().key())
            && source.table().sortKey().isEmpty());
  }

  private static boolean hasAll(List<String> attributes, TableSource source, TableSource other) {
    return attributes.stream()
        .allMatch(
            name ->
                Optional.ofNullable(KnownAttributes.of(other.table()).get(name))
                    .equals(keyAttribute(source, name).map(KeyAttribute::type)));
  }

  private static Optional<KeyAttribute> keyAttribute(TableSource source, String name) {
    return KnownAttributes.keyType(source.table(), name).map(type -> new KeyAttribute(name, type));
  }

  /** The indexes to create. */
  List<List<Change>> toTables(List<WeighedRead> reads) {
    Set<List<Change>> found = new LinkedHashSet<>();
    for (WeighedRead read : reads) {
      if (read.source().namedIndex() == null) {
        suggestions.of(read).forEach(indexes -> found.add(List.copyOf(indexes)));
      }
    }
    return new ArrayList<>(found);
  }
}
