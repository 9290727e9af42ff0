package io.partikey.planner.compile;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.ParameterDescription;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.api.StatementKind;
import io.partikey.planner.api.StatementResult;
import io.partikey.planner.execute.PlanAnalysis;
import io.partikey.planner.execute.PlanExecution;
import io.partikey.planner.execute.ResultLayout;
import io.partikey.planner.explain.PlanText;
import io.partikey.planner.plan.QueryPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A SELECT, ready to run. */
final class CompiledQuery implements Explainable {
  private final QueryPlan plan;
  private final OutputLayout output;
  private final Prepared prepared;

  CompiledQuery(QueryPlan plan, OutputLayout output, Prepared prepared) {
    this.plan = plan;
    this.output = output;
    this.prepared = prepared;
  }

  @Override
  public PlanValidity validity() {
    return prepared.validity();
  }

  @Override
  public StatementKind kind() {
    return StatementKind.QUERY;
  }

  @Override
  public boolean returnsRows() {
    return true;
  }

  @Override
  public List<ResultColumn> columns(Backend backend) {
    return output.on(backend).columns();
  }

  @Override
  public List<String> warnings(Backend backend) {
    List<String> all = new ArrayList<>(output.warnings(backend));
    all.addAll(prepared.warnings().on(backend));
    return all;
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
    requireCap(request);
    ResultLayout layout = output.on(request.backend());
    return new StatementResult.Rows(
        layout.columns(),
        PlanExecution.open(plan.root(), layout, prepared.dialect(), complete, prepared.validity()));
  }

  // With the policy BOUNDED a scan may run when the statement's most rows cap it.
  private void requireCap(ExecutionRequest request) {
    @Nullable String refusal = plan.refusalUnlessCapped();
    if (refusal != null && request.maxRows() == 0) {
      throw new EngineException(ErrorCode.NOT_KEYED, refusal);
    }
  }

  @Override
  public List<String> explain(ExecutionRequest request) {
    return PlanText.of(plan);
  }

  @Override
  public List<String> analyze(ExecutionRequest request) {
    requireCap(request);
    return PlanAnalysis.of(plan, prepared.dialect(), prepared.parameters().complete(request));
  }
}
