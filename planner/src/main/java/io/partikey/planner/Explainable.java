package io.partikey.planner;

import java.util.List;

/** A statement with a plan. */
interface Explainable extends CompiledStatement {
  /** The indexes that must hold every item of their tables for the plan to be right. */
  CompleteIndexes completeIndexes();

  /** The plan, one node a line. */
  List<String> explain(ExecutionRequest request);

  /** The plan with what each node did when the statement was run, which this does. */
  List<String> analyze(ExecutionRequest request);
}
