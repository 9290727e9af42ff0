package io.partikey.planner.execute;

import io.partikey.planner.plan.PlanNode;
import java.util.function.Consumer;

/** The rows of the query inside of a write. */
final class SourceRows {
  private SourceRows() {}

  /** Gives each row to a taker. */
  static void forEach(ExecutionContext context, PlanNode source, Consumer<PlanRow> taker) {
    try (Cursor<PlanRow> cursor = PlanExecution.rows(context, source)) {
      while (true) {
        context.checkCancellation();
        CursorStep<PlanRow> step = cursor.next();
        if (step.isExhausted()) {
          return;
        }
        if (step instanceof CursorStep.Found<PlanRow> found) {
          taker.accept(found.value());
        }
      }
    }
  }
}
