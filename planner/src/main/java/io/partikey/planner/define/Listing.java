package io.partikey.planner.define;

import io.partikey.engine.backend.Backend;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.ParameterDescription;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.api.Row;
import io.partikey.planner.api.StatementKind;
import io.partikey.planner.api.StatementResult;
import java.util.List;
import java.util.function.Function;

/** A statement that shows tables or what they are made of. */
final class Listing implements CompiledStatement {
  private final List<ResultColumn> columns;
  private final Function<Backend, List<Row>> rows;

  /** An inspection that reads its rows when it runs. */
  Listing(List<ResultColumn> columns, Function<Backend, List<Row>> rows) {
    this.columns = List.copyOf(columns);
    this.rows = rows;
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
    return columns;
  }

  @Override
  public List<ParameterDescription> parameters() {
    return List.of();
  }

  @Override
  public StatementResult execute(ExecutionRequest request) {
    List<Row> all = rows.apply(request.backend());
    boolean capped = request.maxRows() > 0 && request.maxRows() < all.size();
    return MemoryRows.result(columns, capped ? all.subList(0, (int) request.maxRows()) : all);
  }
}
