package io.partikey.planner.plan;

import java.util.List;

/**
 * A node of a finished plan: computes rows from the rows of its inputs. Its class name is what
 * EXPLAIN prints, except that a {@link Query} of an index prints as IndexQuery. Expressions refer
 * to the columns of the input, but those of an {@link Access} to attributes by name.
 */
public sealed interface PlanNode
    permits Access,
        TableCount,
        SingleRow,
        NoRows,
        Filter,
        Project,
        LookupJoin,
        SemiLookup,
        Unnest,
        Aggregate,
        Distinct,
        Sort,
        Limit,
        UnionAll {
  /** What the node is expected to cost, its inputs included. */
  PlanCost cost();

  /** The nodes whose rows this one reads, from left to right. */
  List<PlanNode> inputs();

  /** Whether it or any input reads a whole table or index. */
  default boolean scans() {
    return this instanceof Scan || inputs().stream().anyMatch(PlanNode::scans);
  }

  /** Does with this node what a visitor does with its kind. */
  <R, C> R accept(PlanNodeVisitor<R, C> visitor, C context);
}
