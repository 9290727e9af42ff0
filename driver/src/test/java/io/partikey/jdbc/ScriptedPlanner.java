package io.partikey.jdbc;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.ParameterDescription;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.api.QueryPlanner;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.api.StatementKind;
import io.partikey.planner.api.StatementResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** A planner that knows a few texts and what each gives; it keeps the requests it was run with. */
final class ScriptedPlanner implements QueryPlanner {
  private final Map<String, Script> scripts = new HashMap<>();
  private final List<ExecutionRequest> requests = new ArrayList<>();
  private Consumer<Cancellation> whilePlanning = cancellation -> {};

  @Override
  public CompiledStatement compile(
      String text, PlannerSettings settings, Backend backend, Cancellation cancellation) {
    whilePlanning.accept(cancellation);
    Script script = scripts.get(text);
    if (script == null) {
      throw new EngineException(ErrorCode.SYNTAX_ERROR, "No script for: " + text);
    }
    return script;
  }

  @Override
  public void warmUp() {}

  /** The requests so far, oldest first. */
  List<ExecutionRequest> requests() {
    return requests;
  }

  ExecutionRequest lastRequest() {
    return requests.get(requests.size() - 1);
  }

  /** Does something whenever a plan is asked for. */
  void whilePlanning(Runnable action) {
    whilePlanning = cancellation -> action.run();
  }

  /** Plans for ever, until told to stop. */
  void planForEver() {
    whilePlanning =
        cancellation -> {
          while (!Thread.interrupted()) {
            cancellation.check();
            Thread.onSpinWait();
          }
        };
  }

  /** A query with these columns and rows. */
  ScriptedPlanner query(String text, List<ResultColumn> columns, List<List<AttributeValue>> rows) {
    return put(
        text,
        StatementKind.QUERY,
        columns,
        request ->
            new StatementResult.Rows(
                columns, new ScriptedCursor(columns, rows, request.cancellation())));
  }

  /** A write that changes so many items. */
  ScriptedPlanner write(String text, long count) {
    return put(
        text,
        StatementKind.WRITE,
        List.of(),
        request ->
            new StatementResult.Count(count, ConsumedCapacity.write("T", (double) count + 1)));
  }

  /** A change of a definition. */
  ScriptedPlanner definition(String text) {
    return put(
        text,
        StatementKind.DEFINITION,
        List.of(),
        request -> new StatementResult.Count(0, ConsumedCapacity.NONE));
  }

  /** A write that fails. */
  ScriptedPlanner failing(String text, EngineException error) {
    return put(
        text,
        StatementKind.WRITE,
        List.of(),
        request -> {
          throw error;
        });
  }

  ScriptedPlanner put(
      String text,
      StatementKind kind,
      List<ResultColumn> columns,
      Function<ExecutionRequest, StatementResult> execution) {
    int parameterCount = (int) text.chars().filter(c -> c == '?').count();
    scripts.put(text, new Script(kind, columns, parameterCount, execution));
    return this;
  }

  private final class Script implements CompiledStatement {
    private final StatementKind kind;
    private final List<ResultColumn> columns;
    private final int parameterCount;
    private final Function<ExecutionRequest, StatementResult> execution;

    Script(
        StatementKind kind,
        List<ResultColumn> columns,
        int parameterCount,
        Function<ExecutionRequest, StatementResult> execution) {
      this.kind = kind;
      this.columns = columns;
      this.parameterCount = parameterCount;
      this.execution = execution;
    }

    @Override
    public StatementKind kind() {
      return kind;
    }

    @Override
    public boolean returnsRows() {
      return kind == StatementKind.QUERY;
    }

    @Override
    public List<ResultColumn> columns(Backend backend) {
      return columns;
    }

    @Override
    public List<ParameterDescription> parameters() {
      return Collections.nCopies(parameterCount, ParameterDescription.UNKNOWN);
    }

    @Override
    public StatementResult execute(ExecutionRequest request) {
      requests.add(request);
      return execution.apply(request);
    }
  }
}
