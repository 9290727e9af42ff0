package io.partikey.planner.compile;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.WriteRequest;
import io.partikey.engine.table.TableDescription;
import io.partikey.engine.table.TableStatistics;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.ParameterDescription;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.api.StatementKind;
import io.partikey.planner.api.StatementResult;
import io.partikey.planner.dynamodb.write.WriteStatement;
import io.partikey.planner.execute.PlanAnalysis;
import io.partikey.planner.execute.WriteExecution;
import io.partikey.planner.explain.PlanText;
import io.partikey.planner.plan.WritePlan;
import java.util.List;
import java.util.Optional;

/** An INSERT, UPSERT, REPLACE, UPDATE or DELETE, ready to run. */
final class CompiledWrite implements Explainable, WriteStatement {
  private final WritePlan plan;
  private final Optional<OutputLayout> returning;
  private final Prepared prepared;

  CompiledWrite(WritePlan plan, Optional<OutputLayout> returning, Prepared prepared) {
    this.plan = plan;
    this.returning = returning;
    this.prepared = prepared;
  }

  @Override
  public PlanValidity validity() {
    return prepared.validity();
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
    return prepared.warnings().on(backend);
  }

  @Override
  public List<ParameterDescription> parameters() {
    return prepared.parameters().descriptions();
  }

  @Override
  public StatementResult execute(ExecutionRequest request) {
    ExecutionRequest complete = prepared.parameters().complete(request);
    Optional<CompiledStatement> instead = prepared.validity().instead(complete);
    if (instead.isPresent()) {
      return instead.get().execute(request);
    }
    return WriteExecution.execute(
        plan, () -> returning.orElseThrow().on(request.backend()), prepared.dialect(), complete);
  }

  @Override
  public TableDescription table() {
    return plan.table();
  }

  @Override
  public Optional<WriteRequest> request(ExecutionRequest request) {
    return WriteExecution.request(
        plan, prepared.dialect(), prepared.parameters().complete(request));
  }

  @Override
  public List<String> explain(ExecutionRequest request) {
    return PlanText.of(plan, statistics(request));
  }

  @Override
  public List<String> analyze(ExecutionRequest request) {
    return PlanAnalysis.of(
        plan, statistics(request), prepared.dialect(), prepared.parameters().complete(request));
  }

  private TableStatistics statistics(ExecutionRequest request) {
    return request.backend().statistics(plan.table().name());
  }
}
