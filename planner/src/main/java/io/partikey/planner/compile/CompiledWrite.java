package io.partikey.planner.compile;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.table.TableDescription;
import io.partikey.engine.table.TableStatistics;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.ParameterDescription;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.api.StatementKind;
import io.partikey.planner.api.StatementResult;
import io.partikey.planner.execute.PlanAnalysis;
import io.partikey.planner.execute.WriteExecution;
import io.partikey.planner.explain.PlanText;
import io.partikey.planner.plan.WritePlan;
import io.partikey.planner.request.WriteStatement;
import java.util.List;
import java.util.Optional;

/** An INSERT, UPSERT, REPLACE, UPDATE or DELETE, ready to run. */
final class CompiledWrite implements Explainable, WriteStatement {
  private final WritePlan plan;
  private final CompleteIndexes completeIndexes;
  private final PlannedCounts plannedCounts;
  private final CompleteIndexes.Replanning replanning;
  private final Optional<OutputLayout> returning;
  private final StatementParameters parameters;
  private final Dialect dialect;
  private final StatementWarnings warnings;

  CompiledWrite(
      WritePlan plan,
      CompleteIndexes completeIndexes,
      PlannedCounts plannedCounts,
      CompleteIndexes.Replanning replanning,
      Optional<OutputLayout> returning,
      StatementParameters parameters,
      Dialect dialect,
      StatementWarnings warnings) {
    this.plan = plan;
    this.completeIndexes = completeIndexes;
    this.plannedCounts = plannedCounts;
    this.replanning = replanning;
    this.returning = returning;
    this.parameters = parameters;
    this.dialect = dialect;
    this.warnings = warnings;
  }

  @Override
  public CompleteIndexes completeIndexes() {
    return completeIndexes;
  }

  @Override
  public PlannedCounts plannedCounts() {
    return plannedCounts;
  }

  @Override
  public StatementKind kind() {
    return StatementKind.WRITE;
  }

  @Override
  public boolean returnsRows() {
    return returning.isPresent();
  }

  @Override
  public List<ResultColumn> columns(Backend backend) {
    return returning.map(layout -> layout.on(backend).columns()).orElse(List.of());
  }

  @Override
  public List<String> warnings(Backend backend) {
    return warnings.on(backend);
  }

  @Override
  public List<ParameterDescription> parameters() {
    return parameters.descriptions();
  }

  @Override
  public StatementResult execute(ExecutionRequest request) {
    ExecutionRequest complete = parameters.complete(request);
    Optional<CompiledStatement> instead = completeIndexes.instead(complete, replanning);
    if (instead.isPresent()) {
      return instead.get().execute(request);
    }
    return WriteExecution.execute(
        plan, () -> returning.orElseThrow().on(request.backend()), dialect, complete);
  }

  @Override
  public TableDescription table() {
    return plan.table();
  }

  @Override
  public Optional<WriteRequest> request(ExecutionRequest request) {
    return WriteExecution.request(plan, dialect, parameters.complete(request));
  }

  @Override
  public List<String> explain(ExecutionRequest request) {
    return PlanText.of(plan, statistics(request));
  }

  @Override
  public List<String> analyze(ExecutionRequest request) {
    return PlanAnalysis.of(plan, statistics(request), dialect, parameters.complete(request));
  }

  private TableStatistics statistics(ExecutionRequest request) {
    return request.backend().statistics(plan.table().name());
  }
}
