package io.partikey.planner.compile;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.StringValue;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.ParameterDescription;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.api.StatementKind;
import io.partikey.planner.api.StatementResult;
import io.partikey.planner.define.MemoryRows;
import java.util.List;
import java.util.Set;

/** EXPLAIN: the plan of a statement, one node a row. */
final class CompiledExplain implements CompiledStatement {
  private static final List<ResultColumn> COLUMNS =
      List.of(ResultColumn.computed("plan", Set.of(AttributeType.S)));

  private final Explainable explained;
  private final boolean analyze;

  CompiledExplain(Explainable explained, boolean analyze) {
    this.explained = explained;
    this.analyze = analyze;
  }

  @Override
  public StatementKind kind() {
    return analyze ? explained.kind() : StatementKind.QUERY;
  }

  @Override
  public boolean returnsRows() {
    return true;
  }

  @Override
  public List<ResultColumn> columns(Backend backend) {
    return COLUMNS;
  }

  @Override
  public List<ParameterDescription> parameters() {
    return explained.parameters();
  }

  @Override
  public StatementResult execute(ExecutionRequest request) {
    List<String> lines = analyze ? explained.analyze(request) : explained.explain(request);
    return MemoryRows.result(
        COLUMNS,
        lines.stream().map(line -> MemoryRows.row(COLUMNS, new StringValue(line))).toList());
  }
}
