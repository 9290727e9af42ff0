package io.partikey.planner.compile;

import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.ExecutionRequest;
import java.util.List;

/** A statement with a plan. */
interface Explainable extends CompiledStatement {
  /** Whether the plan may still run. */
  PlanValidity validity();

  /** The plan, one node a line. */
  List<String> explain(ExecutionRequest request);

  /** The plan with what each node did when the statement was run, which this does. */
  List<String> analyze(ExecutionRequest request);
}
