package io.partikey.planner.execute;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.table.TableStatistics;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.explain.Amounts;
import io.partikey.planner.explain.PlanText;
import io.partikey.planner.plan.QueryPlan;
import io.partikey.planner.plan.WritePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** What EXPLAIN ANALYZE shows: runs a statement, and adds to each node's line what it did. */
public final class PlanAnalysis {
  private PlanAnalysis() {}

  /** Runs a query to its end, forgetting its rows. */
  public static List<String> of(QueryPlan plan, Dialect dialect, ExecutionRequest request) {
    return of(plan, dialect, request, System::nanoTime);
  }

  /** Runs a query by a clock. */
  static List<String> of(
      QueryPlan plan, Dialect dialect, ExecutionRequest request, LongSupplier nanoTime) {
    try (ExecutionContext context = new ExecutionContext(request, dialect)) {
      PlanMeasurements measurements = new PlanMeasurements(context, nanoTime);
      context.measureInto(measurements);
      long begin = nanoTime.getAsLong();
      try (Cursor<PlanRow> rows = PlanExecution.rows(context, plan.root())) {
        while (!rows.next().isExhausted()) {
          context.checkCancellation();
        }
      }
      return withTotal(
          PlanText.of(plan, measurements::note), context.consumed(), nanoTime.getAsLong() - begin);
    }
  }

  /** Runs a write; it is done for good. */
  public static List<String> of(
      WritePlan plan, TableStatistics statistics, Dialect dialect, ExecutionRequest request) {
    return of(plan, statistics, dialect, request, System::nanoTime);
  }

  /** Runs a write by a clock. */
  static List<String> of(
      WritePlan plan,
      TableStatistics statistics,
      Dialect dialect,
      ExecutionRequest request,
      LongSupplier nanoTime) {
    try (ExecutionContext context = WriteExecution.context(dialect, request)) {
      PlanMeasurements measurements = new PlanMeasurements(context, nanoTime);
      context.measureInto(measurements);
      long begin = nanoTime.getAsLong();
      WriteSummary summary = WriteExecution.run(plan, context);
      return withTotal(
          withWritten(PlanText.of(plan, statistics, measurements::note), summary),
          context.consumed().plus(summary.consumed()),
          nanoTime.getAsLong() - begin);
    }
  }

  /** The line of the write itself, behind the total, with what was written. */
  private static List<String> withWritten(List<String> lines, WriteSummary summary) {
    List<String> all = new ArrayList<>(lines);
    all.set(
        1,
        lines.get(1)
            + " (actual "
            + Amounts.items((double) summary.count())
            + ", "
            + Amounts.writeUnits(summary.consumed().writeUnits())
            + ")");
    return all;
  }

  private static List<String> withTotal(List<String> lines, ConsumedCapacity consumed, long nanos) {
    List<String> units = new ArrayList<>();
    if (consumed.readUnits() > 0 || consumed.writeUnits() == 0) {
      units.add(Amounts.readUnits(consumed.readUnits()));
    }
    if (consumed.writeUnits() > 0) {
      units.add(Amounts.writeUnits(consumed.writeUnits()));
    }
    List<String> all = new ArrayList<>(lines);
    all.set(
        0,
        lines.get(0)
            + " (actual "
            + String.join(", ", units)
            + ", "
            + PlanMeasurements.milliseconds(nanos)
            + ")");
    return all;
  }
}
