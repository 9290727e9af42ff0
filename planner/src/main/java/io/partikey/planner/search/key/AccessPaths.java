package io.partikey.planner.search.key;

import io.partikey.engine.expression.Expression;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.mode.Mode;
import io.partikey.planner.search.context.AccessSurvey;
import io.partikey.planner.search.context.Optimization;
import io.partikey.planner.search.context.SearchContext;
import io.partikey.planner.search.cost.ReadVolume;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds the access paths of a source: those that its keys bound, and where there is none, the scan.
 *
 * <p>A full key of the table is got and nothing else is weighed against it, since it reads one item
 * whatever the counts say. A scan is weighed against nothing either: its cost grows with the table
 * while the plan stays.
 */
public final class AccessPaths {
  private final SearchContext context;
  private final Consumer<SourceConditions> asked;
  private final double mostSurveyed;

  /** Paths under a connection's settings and the counts of its tables. */
  public AccessPaths(SearchContext context) {
    this(context, conditions -> {});
  }

  /**
   * The same paths, found for someone who wants to know for which reads they are asked.
   *
   * @param asked takes each read before its paths are found
   */
  public AccessPaths(SearchContext context, Consumer<SourceConditions> asked) {
    this(context, asked, AccessSurvey.MOST_UNITS);
  }

  private AccessPaths(
      SearchContext context, Consumer<SourceConditions> asked, double mostSurveyed) {
    this.context = context;
    this.asked = asked;
    this.mostSurveyed = mostSurveyed;
  }

  /** The same paths, of which a survey is worth so many read units and no more. */
  public AccessPaths surveyedUpTo(double units) {
    return new AccessPaths(context, asked, units);
  }

  /** What the search knows beside the statement. */
  public SearchContext context() {
    return context;
  }

  /**
   * The paths by which the items of a source that meet its conditions can be read, at least one.
   *
   * @throws io.partikey.engine.error.EngineException in DynamoDB's dialect, with {@code
   *     KEY_INVALID} if a key is compared with a literal of another type, with {@code VALIDATION}
   *     for what it forbids on the index that the statement names
   */
  public List<AccessPath> of(SourceConditions written) {
    asked.accept(written);
    SourceConditions conditions = typed(written);
    if (conditions.isNever()) {
      return List.of(BranchedPaths.NOTHING);
    }
    List<AccessPath> keyed =
        context.applies(Optimization.KEYS)
            ? new KeyedPaths(this::single, context).of(conditions, mostSurveyed)
            : List.<AccessPath>of();
    if (keyed.isEmpty()) {
      return List.of(scan(conditions));
    }
    return context.applies(Optimization.COSTS)
        ? ranked(keyed)
        : keyed.subList(keyed.size() - 1, keyed.size());
  }

  private SourceConditions typed(SourceConditions conditions) {
    TableSource source = conditions.source();
    if (context.mode().mistypedKey() == Mode.MistypedKey.IS_REFUSED) {
      KeyTypes.check(source.key(), conditions.conjuncts());
      return conditions;
    }
    List<Expression> possible =
        KeyTypes.withoutImpossible(
            source.key(), KeyTypes.withoutImpossible(source.table().key(), conditions.conjuncts()));
    return possible == conditions.conjuncts() ? conditions : new SourceConditions(source, possible);
  }

  private List<AccessPath> single(SourceConditions conditions) {
    context.cancellation().check();
    TableSource source = conditions.source();
    List<AccessPath> paths = new ArrayList<>();
    if (source.namedIndex() != null) {
      index(conditions, source.namedIndex()).ifPresent(paths::add);
      return paths;
    }
    table(conditions).ifPresent(paths::add);
    if (context.mode().indexes() == Mode.Indexes.CHOSEN && context.applies(Optimization.INDEXES)) {
      for (IndexDescription index : indexes(source.table())) {
        if (standsForTable(source.table(), index, conditions.conjuncts())) {
          index(conditions, index).ifPresent(paths::add);
        }
      }
    }
    return paths;
  }

  /** By name, so that it does not matter in which order equally good ones were created. */
  private static List<IndexDescription> indexes(TableDescription table) {
    return table.indexes().stream()
        .filter(IndexDescription::isActive)
        .sorted(Comparator.comparing(IndexDescription::name))
        .toList();
  }

  private boolean standsForTable(
      TableDescription table, IndexDescription index, List<Expression> conjuncts) {
    boolean complete = context.holdsEveryItem(table.name(), index.name());
    return SparseIndex.holdsAll(table, index, conjuncts, complete);
  }

  private Optional<AccessPath> table(SourceConditions conditions) {
    TableDescription table = conditions.source().table();
    return KeyConditions.ofTable(table.key(), conditions.conjuncts())
        .map(key -> tablePath(conditions, key));
  }

  private AccessPath tablePath(SourceConditions conditions, KeyCondition key) {
    TableDescription table = conditions.source().table();
    List<Expression> residual = key.residualOf(conditions.conjuncts());
    AccessVolume volume = volume(table);
    boolean fullKey = table.sortKey().isEmpty() || !key.sorts().isEmpty();
    if (!fullKey) {
      return path(AccessPath.Kind.QUERY, key, residual, volume.ofQuery(null, key, residual, 0));
    }
    int keys = key.keys();
    return path(
        keys == 1 ? AccessPath.Kind.GET : AccessPath.Kind.MULTI_GET,
        key,
        residual,
        volume.ofGets(keys, residual));
  }

  private static AccessPath path(
      AccessPath.Kind kind, KeyCondition key, List<Expression> residual, ReadVolume volume) {
    return new AccessPath(kind, null, key, residual, false, List.of(), volume, 0);
  }

  private Optional<AccessPath> index(SourceConditions conditions, IndexDescription index) {
    return KeyConditions.ofIndex(index.key(), conditions.conjuncts())
        .map(key -> indexPath(conditions, index, key));
  }

  private AccessPath indexPath(
      SourceConditions conditions, IndexDescription index, KeyCondition key) {
    List<Expression> residual = key.residualOf(conditions.conjuncts());
    IndexCoverage coverage = coverage(conditions.source(), index);
    boolean fetch = coverage.needsFetch(residual);
    double fetchedShare = fetch ? coverage.fetchedShare(residual) : 0;
    return new AccessPath(
        AccessPath.Kind.QUERY,
        index,
        key,
        residual,
        fetch,
        List.of(),
        volume(conditions.source().table()).ofQuery(index, key, residual, fetchedShare),
        0);
  }

  private AccessPath scan(SourceConditions conditions) {
    TableSource source = conditions.source();
    IndexDescription index = source.namedIndex();
    boolean fetch =
        index != null && coverage(source, index).needsFetchByScan(conditions.conjuncts());
    double fetchedShare =
        index != null && fetch ? coverage(source, index).fetchedShare(conditions.conjuncts()) : 0;
    return new AccessPath(
        AccessPath.Kind.SCAN,
        index,
        KeyCondition.NONE,
        conditions.conjuncts(),
        fetch,
        List.of(),
        volume(source.table()).ofScan(index, conditions.conjuncts(), fetchedShare),
        0);
  }

  private IndexCoverage coverage(TableSource source, IndexDescription index) {
    return new IndexCoverage(source, index, context.mode().unprojected());
  }

  private AccessVolume volume(TableDescription table) {
    return new AccessVolume(context.statistics().apply(table.name()));
  }

  private static List<AccessPath> ranked(List<AccessPath> paths) {
    List<AccessPath> ranked = new ArrayList<>();
    for (AccessPath path : paths) {
      ranked.add(path.ranked(ranked.size()));
    }
    return ranked;
  }
}
