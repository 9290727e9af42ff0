package io.partikey.planner.search.calcite;

import io.partikey.planner.search.context.Optimization;
import io.partikey.planner.search.context.SearchContext;
import java.util.List;
import java.util.Map;
import org.apache.calcite.plan.RelOptRule;

/** The rules of the search, all of them our own, in one phase. */
final class PlannerRules {
  /** Every rule. */
  static final List<RelOptRule> ALL =
      List.of(
          ChooseAccessRule.INSTANCE,
          PushLimitIntoAccessRule.INSTANCE,
          ReplaceSortByOrderRule.INSTANCE,
          ImplementLimitRule.INSTANCE,
          ImplementFilterRule.INSTANCE,
          ImplementProjectRule.INSTANCE,
          ImplementDistinctRule.INSTANCE,
          ImplementGroupingRule.INSTANCE,
          CountFromStatisticsRule.INSTANCE,
          ExtremeFromOrderRule.INSTANCE,
          ImplementUnionRule.INSTANCE,
          ImplementUnnestRule.INSTANCE,
          ChooseLookupRule.INSTANCE);

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
