package io.partikey.planner.execute;

import io.partikey.planner.plan.PlanNode;
import java.util.ArrayList;
import java.util.List;

/** The rows of the query inside of a write, all of them. */
final class SourceRows {
  private SourceRows() {}

  static List<PlanRow> of(ExecutionContext context, PlanNode source) {
    List<PlanRow> rows = new ArrayList<>();
    try (Cursor<PlanRow> cursor = PlanExecution.rows(context, source)) {
      while (true) {
        context.checkCancellation();
        CursorStep<PlanRow> step = cursor.next();
        if (step.isExhausted()) {
          return rows;
        }
        if (step instanceof CursorStep.Found<PlanRow> found) {
          rows.add(found.value());
        }
      }
    }
  }
}
