package io.partikey.planner.search.advice;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.LiteralText;
import io.partikey.engine.expression.Parameter;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.mode.Mode;
import io.partikey.planner.search.context.SearchContext;
import io.partikey.planner.search.cost.AccessCost;
import io.partikey.planner.search.key.AccessPath;
import io.partikey.planner.search.key.AccessPaths;
import io.partikey.planner.search.key.SourceConditions;
import io.partikey.planner.search.key.ValueCondition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a statement lacks to be keyed by a table or one of its indexes.
 *
 * @param index the index, null for the table
 * @param equalities partition attributes that equal nothing yet
 * @param unbounded sort attributes of an index that the statement does not name and that items may
 *     lack, since nothing is said of them
 * @param cost what reading would cost with equalities on all of these
 */
record KeyGap(
    @Nullable IndexDescription index,
    List<String> equalities,
    List<String> unbounded,
    AccessCost cost) {
  KeyGap {
    equalities = List.copyOf(equalities);
    unbounded = List.copyOf(unbounded);
  }

  /** The attributes of which conditions are missing. */
  List<String> missing() {
    return Stream.concat(equalities.stream(), unbounded.stream()).toList();
  }

  /**
   * The gaps of a read's table and of each index that may be read, the cheapest to close first; of
   * those that the same conditions close, the cheapest.
   */
  static List<KeyGap> of(WeighedRead read, SearchContext context) {
    TableSource source = read.source();
    if (source.namedIndex() != null) {
      return of(read.conditions(), source.namedIndex(), context).stream().toList();
    }
    Stream<Optional<KeyGap>> ofIndexes =
        source.table().indexes().stream()
            .filter(IndexDescription::isActive)
            .sorted(Comparator.comparing(IndexDescription::name))
            .map(index -> of(read.conditions(), index, context));
    Map<Set<String>, KeyGap> cheapest = new LinkedHashMap<>();
    Stream.concat(Stream.of(of(read.conditions(), null, context)), ofIndexes)
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparingInt((KeyGap gap) -> gap.missing().size())
                .thenComparingDouble(gap -> gap.cost.readUnits()))
        .forEach(gap -> cheapest.putIfAbsent(Set.copyOf(gap.missing()), gap));
    return List.copyOf(cheapest.values());
  }

  private static Optional<KeyGap> of(
      SourceConditions conditions, @Nullable IndexDescription index, SearchContext context) {
    TableSource source = conditions.source();
    KeySchema key = index == null ? source.table().key() : index.key();
    List<String> equalities =
        key.partition().stream()
            .map(KeyAttribute::name)
            .filter(name -> noneOn(conditions, name, true))
            .toList();
    boolean sparse =
        index != null
            && source.namedIndex() == null
            && context.mode().indexes() == Mode.Indexes.CHOSEN
            && !context.holdsEveryItem(source.table().name(), index.name());
    List<String> unbounded =
        key.sort().stream()
            .map(KeyAttribute::name)
            .filter(name -> sparse && !source.table().key().contains(name))
            .filter(name -> noneOn(conditions, name, false))
            .toList();
    return costWith(conditions, index, equalities, unbounded, context)
        .map(cost -> new KeyGap(index, equalities, unbounded, cost));
  }

  private static boolean noneOn(SourceConditions conditions, String name, boolean points) {
    return conditions.conjuncts().stream()
        .map(ValueCondition::of)
        .flatMap(Optional::stream)
        .noneMatch(each -> each.attribute().equals(name) && (each.isPoints() || !points));
  }

  /** The cost of the read if each attribute equalled a parameter; empty if that did not key it. */
  private static Optional<AccessCost> costWith(
      SourceConditions conditions,
      @Nullable IndexDescription index,
      List<String> equalities,
      List<String> unbounded,
      SearchContext context) {
    List<Expression> conjuncts = new ArrayList<>(conditions.conjuncts());
    Stream.concat(equalities.stream(), unbounded.stream())
        .forEach(
            name ->
                conjuncts.add(
                    new Comparison(
                        ComparisonOperator.EQUAL, new AttributeReference(name), new Parameter(0))));
    try {
      return new AccessPaths(context)
          .of(new SourceConditions(source(conditions.source(), index, context), conjuncts)).stream()
              .filter(path -> path.isKeyed() && reads(path, index))
              .map(AccessPath::cost)
              .min(Comparator.comparingDouble(AccessCost::readUnits));
    } catch (EngineException refusedByTheService) {
      context.cancellation().check();
      return Optional.empty();
    }
  }

  /** The source as it must be read: DynamoDB takes an index that is named alone. */
  private static TableSource source(
      TableSource source, @Nullable IndexDescription index, SearchContext context) {
    return index == null || context.mode().indexes() == Mode.Indexes.CHOSEN
        ? source
        : source.reading(source.table(), index);
  }

  /** What its conditions would complete, as {@code the key of index ByStatus}. */
  String text(String ofTable) {
    if (index == null) {
      return "the partition key" + (ofTable.isEmpty() ? " of the table" : ofTable);
    }
    String name = LiteralText.name(index.name()) + ofTable;
    if (equalities.isEmpty()) {
      return "since index "
          + name
          + " holds only items with "
          + unbounded.stream().map(LiteralText::name).collect(Collectors.joining(" and "));
    }
    boolean rest = equalities.size() < index.key().partition().size();
    return (rest ? "the rest of the key of index " : "the key of index ") + name;
  }

  private static boolean reads(AccessPath path, @Nullable IndexDescription index) {
    return index == null ? path.index() == null : index.equals(path.index());
  }
}
