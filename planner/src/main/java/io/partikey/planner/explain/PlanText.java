package io.partikey.planner.explain;

import io.partikey.engine.table.TableStatistics;
import io.partikey.planner.plan.LookupJoin;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.QueryPlan;
import io.partikey.planner.plan.SemiLookup;
import io.partikey.planner.plan.WritePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The lines of EXPLAIN: the total, then the tree of the plan, one node a line, inputs indented
 * below.
 *
 * <pre>
 * calcite search: 6 rows, 1 RU
 * Sort [amount DESC] (6 rows, 1 RU)
 *   IndexQuery Orders.ByStatus key=[status = ?1] (6 rows, 1 RU)
 * </pre>
 */
public final class PlanText {
  private final Function<PlanNode, String> notes;
  private final ColumnNames columns;
  private final List<String> lines = new ArrayList<>();

  private PlanText(PlanNode root, Function<PlanNode, String> notes) {
    this.notes = notes;
    this.columns = new ColumnNames(root);
  }

  /** The lines for a query; the first names the search that found the plan. */
  public static List<String> of(QueryPlan plan) {
    return of(plan, node -> "");
  }

  /** The lines for a query, each node's followed by a note on it. */
  public static List<String> of(QueryPlan plan, Function<PlanNode, String> notes) {
    List<String> lines = new ArrayList<>();
    lines.add(plan.search() + " search: " + Amounts.estimate(plan.root().cost()));
    lines.addAll(tree(plan.root(), notes));
    return lines;
  }

  /** The lines for a write, whose cost is estimated from the counts of its table. */
  public static List<String> of(WritePlan plan, TableStatistics statistics) {
    return of(plan, statistics, node -> "");
  }

  /** The lines for a write, those of the nodes of its query followed by a note on each. */
  public static List<String> of(
      WritePlan plan, TableStatistics statistics, Function<PlanNode, String> notes) {
    WriteEstimate estimate = WriteEstimate.of(plan, statistics);
    List<String> lines = new ArrayList<>();
    lines.add("write: " + estimate.total());
    lines.add(WriteText.of(plan) + " (" + estimate.written() + ")");
    WriteText.source(plan)
        .ifPresent(source -> tree(source, notes).forEach(line -> lines.add("  " + line)));
    return lines;
  }

  private static List<String> tree(PlanNode root, Function<PlanNode, String> notes) {
    PlanText text = new PlanText(root, notes);
    text.add(root, "", List.of());
    return text.lines;
  }

  private void add(PlanNode node, String indent, List<String> outerColumns) {
    lines.add(
        indent
            + new NodeText(columns, outerColumns).of(node)
            + " ("
            + Amounts.estimate(node.cost())
            + ")"
            + notes.apply(node));
    for (PlanNode input : node.inputs()) {
      add(input, indent + "  ", outerColumns(node, input, outerColumns));
    }
  }

  private List<String> outerColumns(PlanNode node, PlanNode input, List<String> ofNode) {
    if (node instanceof LookupJoin join && input == join.inner()) {
      return columns.of(join.outer());
    }
    if (node instanceof SemiLookup semi && input == semi.inner()) {
      return columns.of(semi.outer());
    }
    return ofNode;
  }
}
