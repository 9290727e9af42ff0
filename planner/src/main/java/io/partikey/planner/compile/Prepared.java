package io.partikey.planner.compile;

import io.partikey.planner.api.Dialect;

/**
 * What a statement with a plan keeps beside it.
 *
 * @param parameters its parameters
 * @param validity whether the plan may still run
 * @param dialect the language that it is written in
 * @param warnings what to warn of when it runs
 */
record Prepared(
    StatementParameters parameters,
    PlanValidity validity,
    Dialect dialect,
    StatementWarnings warnings) {}
