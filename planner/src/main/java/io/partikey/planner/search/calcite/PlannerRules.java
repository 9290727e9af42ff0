package io.partikey.planner.search.calcite;

import java.util.List;
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
          ImplementUnionRule.INSTANCE,
          ImplementUnnestRule.INSTANCE,
          ChooseLookupRule.INSTANCE);

  private PlannerRules() {}
}
