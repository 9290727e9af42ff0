package io.partikey.planner.search.calcite;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.calcite.plan.RelOptRule;
import org.apache.calcite.plan.RelOptRuleCall;
import org.apache.calcite.plan.RelTraitSet;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rel.logical.LogicalUnion;

/**
 * Builds what can be built in one way only, so that nothing is chosen: the same operator in the
 * convention ITEM over inputs in it. Inputs are asked for the order that they had, which the traits
 * of the operator itself do not tell.
 *
 * <pre>
 * Sort(order, limit, offset)     -&gt;     Limit over input with the trait (order)
 * LogicalFilter                  -&gt;     Filter
 * LogicalProject                 -&gt;     Project
 * LogicalAggregate(columns)      -&gt;     Distinct
 * Grouping                       -&gt;     Aggregate
 * LogicalUnion(all)              -&gt;     UnionAll
 * Unnest                         -&gt;     Unnest
 * </pre>
 *
 * <p>A sort without limit and offset is for {@link ReplaceSortByOrderRule}. Conditions on
 * attributes of a source never become a filter: they are the source's own and end in its access.
 */
final class ImplementRule<R extends RelNode> extends ItemRule {
  /** One for each operator. */
  static final List<RelOptRule> ALL =
      List.of(
          new ImplementRule<>(
              "ImplementLimit",
              LogicalSort.class,
              sort -> sort.fetch != null || sort.offset != null,
              ImplementRule::limit),
          new ImplementRule<>(
              "ImplementFilter", LogicalFilter.class, any -> true, ImplementRule::filter),
          new ImplementRule<>(
              "ImplementProject", LogicalProject.class, any -> true, ImplementRule::project),
          new ImplementRule<>(
              "ImplementDistinct",
              LogicalAggregate.class,
              ImplementRule::isDistinct,
              distinct -> new ItemDistinct(itemTraits(distinct), toItem(distinct.getInput()))),
          new ImplementRule<>(
              "ImplementGrouping",
              GroupingRel.class,
              any -> true,
              grouping ->
                  new ItemAggregate(
                      itemTraits(grouping),
                      toItem(grouping.getInput()),
                      grouping.keys(),
                      grouping.calls())),
          new ImplementRule<>(
              "ImplementUnion",
              LogicalUnion.class,
              union -> union.all,
              union ->
                  new ItemUnion(
                      union.getCluster(),
                      itemTraits(union),
                      union.getInputs().stream().map(ItemRule::toItem).toList())),
          new ImplementRule<>(
              "ImplementUnnest",
              UnnestRel.class,
              any -> true,
              unnest ->
                  new ItemUnnest(itemTraits(unnest), toItem(unnest.getInput()), unnest.unnest())));

  private final Function<R, RelNode> build;

  private ImplementRule(
      String description, Class<R> operator, Predicate<R> applies, Function<R, RelNode> build) {
    super(description, b -> b.operand(operator).predicate(applies).anyInputs());
    this.build = build;
  }

  @Override
  public void onMatch(RelOptRuleCall call) {
    R operator = call.rel(0);
    call.transformTo(build.apply(operator));
  }

  private static RelNode limit(LogicalSort sort) {
    RelTraitSet traits = itemTraits(sort);
    SliceBounds bounds = SliceBounds.of(sort);
    return new ItemLimit(traits, convert(sort.getInput(), traits), bounds.limit(), bounds.offset());
  }

  private static RelNode filter(LogicalFilter filter) {
    return new ItemFilter(
        itemTraits(filter),
        toItem(filter.getInput()),
        ExpressionPool.of(filter.getCluster()).expression(filter.getCondition()));
  }

  private static RelNode project(LogicalProject project) {
    return new ItemProject(
        itemTraits(project),
        toItem(project.getInput()),
        ExpressionPool.of(project.getCluster()).expressions(project.getProjects()));
  }

  private static boolean isDistinct(LogicalAggregate aggregate) {
    int columns = aggregate.getInput().getRowType().getFieldCount();
    return aggregate.getAggCallList().isEmpty() && aggregate.getGroupCount() == columns;
  }
}
