package io.partikey.planner.define;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.ParameterDescription;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.api.StatementKind;
import io.partikey.planner.api.StatementResult;
import java.util.Collections;
import java.util.List;

/** A statement that changes tables or the database. */
final class Definition implements CompiledStatement {
  private final int parameterCount;
  private final Change change;

  /** What a definition does. */
  @FunctionalInterface
  interface Change {
    void apply(ExecutionRequest request);
  }

  private Definition(int parameterCount, Change change) {
    this.parameterCount = parameterCount;
    this.change = change;
  }

  /** A definition without parameters. */
  static Definition of(Change change) {
    return new Definition(0, change);
  }

  /** A definition with one parameter. */
  static Definition withParameter(Change change) {
    return new Definition(1, change);
  }

  @Override
  public StatementKind kind() {
    return StatementKind.DEFINITION;
  }

  @Override
  public boolean returnsRows() {
    return false;
  }

  @Override
  public List<ResultColumn> columns(Backend backend) {
    return List.of();
  }

  @Override
  public List<ParameterDescription> parameters() {
    return Collections.nCopies(parameterCount, ParameterDescription.UNKNOWN);
  }

  @Override
  public StatementResult execute(ExecutionRequest request) {
    change.apply(request);
    return new StatementResult.Count(0, ConsumedCapacity.NONE);
  }
}
