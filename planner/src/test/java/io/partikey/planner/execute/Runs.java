package io.partikey.planner.execute;

import io.partikey.engine.expression.Parameters;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.plan.PlanNode;
import java.util.ArrayList;
import java.util.List;

/** Runs plans to their end. */
final class Runs {
  private Runs() {}

  /** The rows of a plan without parameters, in the SQL dialect. */
  static List<PlanRow> run(ModelBackend backend, PlanNode root) {
    return run(backend, root, Parameters.NONE, Dialect.SQL);
  }

  /** The rows of a plan. */
  static List<PlanRow> run(
      ModelBackend backend, PlanNode root, Parameters parameters, Dialect dialect) {
    try (ExecutionContext context =
        new ExecutionContext(ExecutionRequest.of(backend, parameters), dialect)) {
      return all(context, root);
    }
  }

  /** A context without parameters, in the SQL dialect. */
  static ExecutionContext context(ModelBackend backend) {
    return new ExecutionContext(ExecutionRequest.of(backend, Parameters.NONE), Dialect.SQL);
  }

  /** All rows of a node. */
  static List<PlanRow> all(ExecutionContext context, PlanNode node) {
    List<PlanRow> rows = new ArrayList<>();
    SourceRows.forEach(context, node, rows::add);
    return rows;
  }
}
