package io.partikey.planner.search.advice;

import io.partikey.engine.expression.AttributeReference;
import io.partikey.engine.expression.Comparison;
import io.partikey.engine.expression.ComparisonOperator;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Parameter;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.search.SearchContext;
import io.partikey.planner.search.cost.AccessCost;
import io.partikey.planner.search.key.AccessPath;
import io.partikey.planner.search.key.AccessPaths;
import io.partikey.planner.search.key.AttributeCondition;
import io.partikey.planner.search.key.SourceConditions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

  /** How many conditions are missing. */
  int size() {
    return equalities.size() + unbounded.size();
  }

  /** The gaps of a read's table and of each index that may be read, the cheapest to close first. */
  static List<KeyGap> of(UnkeyedRead read, SearchContext context) {
    TableSource source = read.conditions().source();
    if (source.namedIndex() != null) {
      return of(read.conditions(), source.namedIndex(), context).stream().toList();
    }
    Stream<Optional<KeyGap>> ofIndexes =
        source.table().indexes().stream()
            .filter(IndexDescription::isActive)
            .map(index -> of(read.conditions(), index, context));
    return Stream.concat(Stream.of(of(read.conditions(), null, context)), ofIndexes)
        .flatMap(Optional::stream)
        .sorted(
            Comparator.comparingInt(KeyGap::size).thenComparingDouble(gap -> gap.cost.readUnits()))
        .toList();
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
        .map(AttributeCondition::of)
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
    return new AccessPaths(context)
        .of(new SourceConditions(conditions.source(), conjuncts)).stream()
            .filter(path -> path.isKeyed() && reads(path, index))
            .map(AccessPath::cost)
            .min(Comparator.comparingDouble(AccessCost::readUnits));
  }

  private static boolean reads(AccessPath path, @Nullable IndexDescription index) {
    return index == null ? path.index() == null : index.equals(path.index());
  }
}
