package io.partikey.planner.explain;

import io.partikey.engine.expression.UpdateAction;
import io.partikey.engine.item.DocumentPath;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.TableStatistics;
import io.partikey.engine.table.TableStatistics.Counts;
import io.partikey.planner.plan.PlanNode;
import io.partikey.planner.plan.WritePlan;
import io.partikey.planner.plan.WritePlan.PutItems;
import io.partikey.planner.plan.WritePlan.UpdateItems;
import java.util.Optional;

/**
 * What a write is expected to cost: for each item a write unit for each KB of a mean item, and as
 * much for each index entry that it adds, removes or changes. An update that changes the key of an
 * index moves an entry, which counts twice; what an index does not project costs it nothing.
 * Several items are one transaction, which counts double.
 *
 * @param items how many items are written
 * @param unitsPerItem write units of one of them, its index entries included
 * @param readUnits read units of the query that finds them
 */
record WriteEstimate(double items, double unitsPerItem, double readUnits) {
  private static final double BYTES_PER_UNIT = 1024;

  static WriteEstimate of(WritePlan plan, TableStatistics statistics) {
    double units = units(statistics.table());
    for (IndexDescription index : plan.table().indexes()) {
      Counts entries = statistics.of(index.name());
      units += share(entries, statistics.table()) * changes(plan, index) * units(entries);
    }
    Optional<PlanNode> source = WriteText.source(plan);
    return new WriteEstimate(
        source.map(node -> node.cost().rows()).orElse(items(plan)),
        units,
        source.map(node -> node.cost().readUnits()).orElse(0.0));
  }

  private static double items(WritePlan plan) {
    return plan instanceof PutItems put ? put.items().size() : 1;
  }

  private static double units(Counts counts) {
    return Math.ceil(counts.averageItemBytes() / BYTES_PER_UNIT);
  }

  /** Which share of the items has an entry in an index; all of them while nothing is known. */
  private static double share(Counts entries, Counts table) {
    return table.items() == 0 ? 1 : Math.min(1, (double) entries.items() / table.items());
  }

  private static int changes(WritePlan plan, IndexDescription index) {
    if (!(plan instanceof UpdateItems update)) {
      return 1;
    }
    int changes = 0;
    for (UpdateAction action : update.actions()) {
      DocumentPath target = action.target();
      if (index.key().contains(target.attribute())) {
        return 2;
      }
      if (index.projects(target.attribute(), plan.table().key())) {
        changes = 1;
      }
    }
    return changes;
  }

  /** What is written. */
  String written() {
    return Amounts.items(items) + ", " + Amounts.writeUnits(writeUnits());
  }

  /** What is read and written. */
  String total() {
    return (readUnits == 0 ? "" : Amounts.readUnits(readUnits) + ", ")
        + Amounts.writeUnits(writeUnits());
  }

  private double writeUnits() {
    return items * unitsPerItem * (items > 1 ? 2 : 1);
  }
}
