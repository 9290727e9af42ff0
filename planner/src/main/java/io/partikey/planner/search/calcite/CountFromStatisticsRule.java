package io.partikey.planner.search.calcite;

import io.partikey.engine.expression.ColumnReference;
import io.partikey.engine.expression.Expression;
import io.partikey.planner.bound.AggregateCall;
import io.partikey.planner.bound.AggregateCall.AggregateFunction;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.search.cost.PlanAssembly;
import java.util.Collections;
import java.util.List;
import org.apache.calcite.plan.RelOptRuleCall;
import org.jspecify.annotations.Nullable;

/**
 * Answers the count of a whole table or index from its exact count.
 *
 * <pre>
 * Grouping(COUNT(*))     -&gt;     TableCount
 *   Source
 * </pre>
 *
 * <p>COUNT of a key attribute is the same number, since no item lacks one. Does not fire with
 * conditions, keys, DISTINCT, FILTER or any other aggregate, and where counts are not exact.
 */
final class CountFromStatisticsRule extends ItemRule {
  static final CountFromStatisticsRule INSTANCE = new CountFromStatisticsRule();

  private CountFromStatisticsRule() {
    super(
        "CountFromStatistics",
        b ->
            b.operand(GroupingRel.class)
                .predicate(grouping -> grouping.keys().isEmpty() && !grouping.calls().isEmpty())
                .oneInput(
                    input ->
                        input
                            .operand(SourceRel.class)
                            .predicate(source -> source.conditions().conjuncts().isEmpty())
                            .noInputs()));
  }

  @Override
  public boolean matches(RelOptRuleCall call) {
    GroupingRel grouping = call.rel(0);
    SourceRel source = call.rel(1);
    return PlannerSession.of(source.getCluster()).search().exactCounts()
        && grouping.calls().stream()
            .allMatch(each -> countsItems(each, source.conditions().source()));
  }

  private static boolean countsItems(AggregateCall call, TableSource source) {
    return call.function() == AggregateFunction.COUNT
        && !call.distinct()
        && call.filter() == null
        && isNeverMissing(call.argument(), source);
  }

  private static boolean isNeverMissing(@Nullable Expression argument, TableSource source) {
    if (argument == null) {
      return true;
    }
    if (!(argument instanceof ColumnReference column)) {
      return false;
    }
    if (column.index() == source.attributes().size()) {
      return true;
    }
    String attribute = source.attributes().get(column.index());
    return source.key().contains(attribute) || source.table().key().contains(attribute);
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    GroupingRel grouping = call.rel(0);
    TableSource source = call.<SourceRel>rel(1).conditions().source();
    PlanNode count = PlanAssembly.tableCount(source.table(), source.namedIndex());
    int calls = grouping.calls().size();
    List<Expression> columns = Collections.nCopies(calls, new ColumnReference(0));
    call.transformTo(
        new ItemLeaf(
            grouping.getCluster(),
            calls == 1 ? count : PlanAssembly.project(count, columns),
            calls));
  }
}
