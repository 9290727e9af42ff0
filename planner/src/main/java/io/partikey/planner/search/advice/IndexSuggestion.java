package io.partikey.planner.search.advice;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.IndexDescription.IndexKind;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.Projection;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.mode.Mode;
import io.partikey.planner.search.context.SearchContext;
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
 * Finds indexes that would make a read keyed, by the conditions that the statement has.
 *
 * <p>The partition key is an attribute that equals something; the sort key is one that is bounded,
 * or that orders the result, or that equals something too. The index holds what the statement needs
 * of the table if that is little, otherwise all.
 */
final class IndexSuggestion {
  /** Most indexes that are suggested for the branches of one OR. */
  private static final int MOST_INDEXES = 3;

  /** Most attributes beside the keys that an index is made to hold one by one. */
  private static final int MOST_INCLUDED = 4;

  private final StatementNeeds needs;
  private final SearchContext context;

  IndexSuggestion(StatementNeeds needs, SearchContext context) {
    this.needs = needs;
    this.context = context;
  }

  /**
   * What would make a read keyed, each by itself: an index for the conditions beside any OR, the
   * best for each attribute that may be its partition key, or the indexes for the branches of an OR
   * that no key bounds.
   */
  List<List<Change.NewIndex>> of(WeighedRead read) {
    List<Change.NewIndex> ofConjuncts = ofConjuncts(read);
    if (!ofConjuncts.isEmpty()) {
      return ofConjuncts.stream().map(List::of).toList();
    }
    return read.conditions().conjuncts().stream()
        .map(conjunct -> ofBranches(read, conjunct))
        .filter(found -> !found.isEmpty())
        .limit(1)
        .toList();
  }

  private List<Change.NewIndex> ofBranches(WeighedRead read, Expression conjunct) {
    List<Change.NewIndex> found = new ArrayList<>();
    TableSource source = read.source();
    for (SourceConditions branch : read.branches(conjunct)) {
      SourceConditions extended = new SourceConditions(source, branch.conjuncts());
      if (WeighedRead.isKeyed(extended, context)) {
        continue;
      }
      List<Change.NewIndex> next = ofConjuncts(read.with(extended));
      if (next.isEmpty() || found.size() == MOST_INDEXES) {
        return List.of();
      }
      found.add(next.get(0));
      source = with(source, next.get(0).index());
    }
    SourceConditions whole = new SourceConditions(source, read.conditions().conjuncts());
    return WeighedRead.isKeyed(whole, context) ? found : List.of();
  }

  private List<Change.NewIndex> ofConjuncts(WeighedRead read) {
    KeyCandidates candidates = KeyCandidates.of(read.conditions(), context);
    List<Change.NewIndex> found = new ArrayList<>();
    for (KeyAttribute partition : candidates.equalities()) {
      candidates.sorts(partition, read.order()).stream()
          .map(sort -> named(read.source().table(), new KeySchema(List.of(partition), sort)))
          .filter(index -> isKeyedBy(index, read))
          .findFirst()
          .ifPresent(index -> found.add(new Change.NewIndex(read.source().table(), index)));
    }
    return found;
  }

  private boolean isKeyedBy(IndexDescription index, WeighedRead read) {
    TableSource source = with(read.source(), index);
    return WeighedRead.isKeyed(
        new SourceConditions(source, read.conditions().conjuncts()), context);
  }

  /** The source as the statement would read it if an index were there. */
  private TableSource with(TableSource source, IndexDescription index) {
    TableDescription extended =
        source
            .table()
            .withIndexes(
                Stream.concat(source.table().indexes().stream(), Stream.of(index)).toList());
    return source.reading(extended, context.mode().indexes() == Mode.Indexes.CHOSEN ? null : index);
  }

  private IndexDescription named(TableDescription table, KeySchema key) {
    String name =
        "By"
            + key.attributes().stream()
                .map(attribute -> capitalised(attribute.name()))
                .collect(Collectors.joining());
    return IndexDescription.active(
        unused(table, name), IndexKind.GLOBAL, key, projection(table, key));
  }

  private Projection projection(TableDescription table, KeySchema key) {
    Optional<Set<String>> needed = needs.of(table);
    if (needed.isEmpty()) {
      return Projection.ALL;
    }
    List<String> beside =
        needed.get().stream()
            .filter(name -> !key.contains(name) && !table.key().contains(name))
            .toList();
    if (beside.isEmpty()) {
      return Projection.KEYS_ONLY;
    }
    return beside.size() <= MOST_INCLUDED ? Projection.include(beside) : Projection.ALL;
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
            .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
    String free = name;
    for (int number = 2; names.contains(free); number++) {
      free = name + number;
    }
    return free;
  }
}
