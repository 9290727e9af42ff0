package io.partikey.planner.compile;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.expression.Expression;
import io.partikey.engine.expression.Presence;
import io.partikey.engine.table.ObservedAttribute;
import io.partikey.engine.table.TableDescription;
import io.partikey.grammar.NearestName;
import io.partikey.planner.api.KnownAttributes;
import io.partikey.planner.bound.BoundQuery;
import io.partikey.planner.bound.BoundWrite;
import io.partikey.planner.bound.References;
import io.partikey.planner.bound.Relation;
import io.partikey.planner.bound.TableSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Warns of attributes that a statement reads and that no item of their table has ever had: items
 * have no schema, so a mistyped name is no error, only silently missing everywhere.
 *
 * <p>The tables' definitions say which names need no look; what stores observe is asked for the
 * others, until all of them have been seen once. Thread-safe.
 */
final class UnseenAttributes {
  /** Stores may stop to note names behind so many; what was not noted may well be there. */
  private static final int MOST_NOTED = 400;

  private final Map<TableDescription, Set<String>> undeclared;
  private volatile boolean settled;

  private UnseenAttributes(Map<TableDescription, Set<String>> undeclared) {
    this.undeclared = undeclared;
    this.settled = undeclared.isEmpty();
  }

  /** Those that a query reads. */
  static UnseenAttributes of(BoundQuery query) {
    Map<TableDescription, Set<String>> undeclared = new LinkedHashMap<>();
    collect(query.relation(), undeclared);
    return new UnseenAttributes(undeclared);
  }

  /**
   * Those that the condition of a write reads, or the query that it takes its items from. To ask
   * whether there is such an attribute is no mistake: the write may be the one that sets it first.
   */
  static UnseenAttributes of(BoundWrite write) {
    if (write instanceof BoundWrite.InsertRows rows) {
      return of(rows.source());
    }
    if (write instanceof BoundWrite.Update update) {
      return of(update.table(), update.conjuncts());
    }
    if (write instanceof BoundWrite.Delete delete) {
      return of(delete.table(), delete.conjuncts());
    }
    return new UnseenAttributes(Map.of());
  }

  private static UnseenAttributes of(TableDescription table, List<Expression> conjuncts) {
    Map<TableDescription, Set<String>> undeclared = new LinkedHashMap<>();
    Stream<Expression> comparisons =
        conjuncts.stream().filter(conjunct -> !(conjunct instanceof Presence));
    add(table, comparisons.flatMap(References::attributes), undeclared);
    return new UnseenAttributes(undeclared);
  }

  private static void collect(Relation relation, Map<TableDescription, Set<String>> undeclared) {
    if (relation instanceof TableSource source) {
      add(source.table(), source.attributes().stream(), undeclared);
    }
    relation.inputs().forEach(input -> collect(input, undeclared));
  }

  private static void add(
      TableDescription table,
      Stream<String> attributes,
      Map<TableDescription, Set<String>> undeclared) {
    Set<String> declared = KnownAttributes.of(table).keySet();
    List<String> others = attributes.filter(name -> !declared.contains(name)).toList();
    if (!others.isEmpty()) {
      undeclared.computeIfAbsent(table, any -> new LinkedHashSet<>()).addAll(others);
    }
  }

  /** One sentence for each attribute that no item has had by now; none for a table of no items. */
  List<String> warnings(Backend backend) {
    if (settled) {
      return List.of();
    }
    List<String> warnings = new ArrayList<>();
    boolean allSeen = true;
    for (Map.Entry<TableDescription, Set<String>> each : undeclared.entrySet()) {
      List<ObservedAttribute> observed = backend.observedAttributes(each.getKey().name());
      Set<String> seen = new TreeSet<>();
      observed.forEach(attribute -> seen.add(attribute.name()));
      allSeen &= seen.containsAll(each.getValue());
      if (!observed.isEmpty() && observed.size() < MOST_NOTED) {
        warn(each.getKey(), each.getValue(), seen, warnings);
      }
    }
    settled = allSeen;
    return warnings;
  }

  private static void warn(
      TableDescription table, Set<String> read, Set<String> seen, List<String> warnings) {
    Set<String> names = new TreeSet<>(KnownAttributes.of(table).keySet());
    names.addAll(seen);
    for (String name : read) {
      if (!seen.contains(name)) {
        warnings.add(
            "No item of table %s has ever had an attribute \"%s\".%s"
                .formatted(table.name(), name, NearestName.hint(name, names)));
      }
    }
  }
}
