package io.partikey.planner.search.calcite;

import io.partikey.planner.search.context.Optimization;
import io.partikey.planner.search.context.SearchContext;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.calcite.plan.RelOptRule;

/**
 * The rules of the search, all of them our own, in one phase: those that choose, and those that
 * build what there is no choice about.
 */
final class PlannerRules {
  private static final List<RelOptRule> CHOICES =
      List.of(
          ChooseAccessRule.INSTANCE,
          ChooseLookupRule.INSTANCE,
          PushLimitIntoAccessRule.INSTANCE,
          ReplaceSortByOrderRule.INSTANCE,
          CountFromStatisticsRule.INSTANCE,
          ExtremeFromOrderRule.INSTANCE);

  /** Every rule. */
  static final List<RelOptRule> ALL =
      Stream.concat(CHOICES.stream(), ImplementRule.ALL.stream()).toList();

  private static final Map<RelOptRule, Optimization> OPTIONAL =
      Map.of(
          PushLimitIntoAccessRule.INSTANCE, Optimization.LIMITS,
          CountFromStatisticsRule.INSTANCE, Optimization.COUNTS,
          ExtremeFromOrderRule.INSTANCE, Optimization.EXTREMES);

  private PlannerRules() {}

  /** The rules of a search. */
  static List<RelOptRule> of(SearchContext search) {
    return search.omitted().isEmpty()
        ? ALL
        : ALL.stream()
            .filter(rule -> !OPTIONAL.containsKey(rule) || search.applies(OPTIONAL.get(rule)))
            .toList();
  }
}
