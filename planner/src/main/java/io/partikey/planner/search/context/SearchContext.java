package io.partikey.planner.search.context;

import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.table.TableStatistics;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.mode.Mode;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What a search knows beside the statement.
 *
 * @param settings what the connection chose
 * @param statistics the counts of a table by name
 * @param exactCounts whether those counts are exact, so that they may answer COUNT(*)
 * @param survey reads key ranges that are known, to choose between them
 * @param omitted the rules that the search leaves out
 * @param cancellation asked now and then whether to go on
 * @param observedTypes the types that an attribute of a table had in the items that were stored, by
 *     the names of both; for advice alone
 */
public record SearchContext(
    PlannerSettings settings,
    Function<String, TableStatistics> statistics,
    boolean exactCounts,
    AccessSurvey survey,
    Set<Optimization> omitted,
    Cancellation cancellation,
    BiFunction<String, String, Set<AttributeType>> observedTypes) {
  public SearchContext {
    omitted = Set.copyOf(omitted);
  }

  /** What a search with every rule knows that reads nothing, where nothing was observed. */
  public SearchContext(
      PlannerSettings settings, Function<String, TableStatistics> statistics, boolean exactCounts) {
    this(
        settings,
        statistics,
        exactCounts,
        AccessSurvey.NONE,
        Set.of(),
        Cancellation.NEVER,
        (table, attribute) -> Set.of());
  }

  /** The same, for a search that may read. */
  public SearchContext with(AccessSurvey newSurvey) {
    return new SearchContext(
        settings, statistics, exactCounts, newSurvey, omitted, cancellation, observedTypes);
  }

  /** The same, for advice that knows what was stored. */
  public SearchContext observing(BiFunction<String, String, Set<AttributeType>> newObservedTypes) {
    return new SearchContext(
        settings, statistics, exactCounts, survey, omitted, cancellation, newObservedTypes);
  }

  /** The same, for a search without a rule. */
  public SearchContext without(Optimization rule) {
    return new SearchContext(
        settings, statistics, exactCounts, survey, Set.of(rule), cancellation, observedTypes);
  }

  /** The traits of the statement's dialect. */
  public Mode mode() {
    return Mode.of(settings.dialect());
  }

  /** Whether the search applies a rule. */
  public boolean applies(Optimization rule) {
    return !omitted.contains(rule);
  }

  /**
   * Whether an index now has an entry for every item of its table, by the exact counts. A plan that
   * leans on that holds only as long as the counts stay equal.
   */
  public boolean holdsEveryItem(String table, String index) {
    if (!exactCounts) {
      return false;
    }
    return holdsEveryItem(statistics.apply(table), index);
  }

  /** Whether an index has an entry for every item of its table by exact counts. */
  public static boolean holdsEveryItem(TableStatistics counts, String index) {
    return counts.of(index).items() == counts.table().items();
  }

  /** The same, by other counts. */
  public SearchContext with(Function<String, TableStatistics> otherStatistics) {
    return new SearchContext(
        settings, otherStatistics, exactCounts, survey, omitted, cancellation, observedTypes);
  }

  /** The same, for a search that may be told to stop. */
  public SearchContext with(Cancellation newCancellation) {
    return new SearchContext(
        settings, statistics, exactCounts, survey, omitted, newCancellation, observedTypes);
  }
}
