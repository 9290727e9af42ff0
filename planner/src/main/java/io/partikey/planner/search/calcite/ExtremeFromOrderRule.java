package io.partikey.planner.search.calcite;

import io.partikey.engine.expression.ColumnReference;
import io.partikey.planner.bound.AggregateCall;
import io.partikey.planner.bound.AggregateCall.AggregateFunction;
import io.partikey.planner.bound.TableSource;
import io.partikey.planner.search.cost.PlanAssembly;
import io.partikey.planner.search.key.AccessPath;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rel.RelFieldCollation;
import org.apache.calcite.rel.RelFieldCollation.Direction;
import org.apache.calcite.rel.RelFieldCollation.NullDirection;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalSort;

/**
 * Takes the least or the greatest value of a sort key from the end of the collection where it is.
 *
 * <pre>
 * Grouping(MAX(s))     -&gt;     Grouping(MAX(s))
 *   Source                      Sort(s DESC, limit 1)
 *                                 Source
 * </pre>
 *
 * <p>Does not fire with keys, more than one aggregate, a FILTER, an attribute that is not a sort
 * key of the table or of an index among the paths, and where a scan is all there is.
 */
final class ExtremeFromOrderRule extends ItemRule {
  static final ExtremeFromOrderRule INSTANCE = new ExtremeFromOrderRule();

  private ExtremeFromOrderRule() {
    super(
        "ExtremeFromOrder",
        b ->
            b.operand(GroupingRel.class)
                .predicate(grouping -> grouping.keys().isEmpty() && grouping.calls().size() == 1)
                .oneInput(input -> input.operand(SourceRel.class).noInputs()));
  }

  @Override
  public boolean matches(RelOptRuleCall call) {
    GroupingRel grouping = call.rel(0);
    SourceRel source = call.rel(1);
    AggregateCall extreme = grouping.calls().get(0);
    return isExtreme(extreme)
        && extreme.argument() instanceof ColumnReference column
        && column.index() < source.conditions().source().attributes().size()
        && source.paths().stream().anyMatch(path -> sortsBy(source, path, column.index()));
  }

  private static boolean isExtreme(AggregateCall call) {
    boolean extreme =
        call.function() == AggregateFunction.MIN || call.function() == AggregateFunction.MAX;
    return extreme && call.filter() == null;
  }

  private static boolean sortsBy(SourceRel source, AccessPath path, int column) {
    TableSource table = source.conditions().source();
    String attribute = table.attributes().get(column);
    return path.kind() == AccessPath.Kind.QUERY
        && (path.index() == null ? table.table().key() : path.index().key())
            .sort().stream().anyMatch(each -> each.name().equals(attribute));
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    GroupingRel grouping = call.rel(0);
    SourceRel source = call.rel(1);
    AggregateCall extreme = grouping.calls().get(0);
    if (!(extreme.argument() instanceof ColumnReference column)) {
      throw new IllegalStateException("not of a column");
    }
    Direction direction =
        extreme.function() == AggregateFunction.MIN ? Direction.ASCENDING : Direction.DESCENDING;
    RelNode first =
        LogicalSort.create(
            source,
            RelCollations.of(new RelFieldCollation(column.index(), direction, NullDirection.LAST)),
            null,
            ExpressionPool.of(source.getCluster()).constant(PlanAssembly.ONE_ROW));
    call.transformTo(
        new GroupingRel(grouping.getTraitSet(), first, grouping.keys(), grouping.calls()));
  }
}
