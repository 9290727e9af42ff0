package io.partikey.planner;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.BackendAddress;
import io.partikey.engine.backend.BackendOptions;
import io.partikey.engine.backend.BackendProvider;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.expression.ExpressionText;
import io.partikey.engine.expression.Literal;
import io.partikey.engine.expression.Parameters;
import io.partikey.engine.item.AttributeValue;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.api.QueryPlanner;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.api.Row;
import io.partikey.planner.api.RowCursor;
import io.partikey.planner.api.StatementResult;
import io.partikey.planner.compile.KeyedQueryPlanner;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A planner on an empty database in memory that answers statements with text: the labels and the
 * rows, or a count, or an error. The time is always 10:20:30 on January 31st, 2024.
 */
public final class TestSession implements AutoCloseable {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2024-01-31T10:20:30Z"), ZoneOffset.UTC);

  private final Backend backend;
  private final QueryPlanner planner = new KeyedQueryPlanner(CLOCK);
  private final PlannerSettings settings;

  private TestSession(Backend backend, PlannerSettings settings) {
    this.backend = backend;
    this.settings = settings;
  }

  /** A session with these settings. */
  public static TestSession open(PlannerSettings settings) {
    BackendAddress address = new BackendAddress(BackendAddress.Kind.MEMORY, "");
    for (BackendProvider provider : ServiceLoader.load(BackendProvider.class)) {
      if (provider.opens(address.kind())) {
        return new TestSession(provider.open(address, BackendOptions.DEFAULT), settings);
      }
    }
    throw new IllegalStateException("no backend in memory");
  }

  /** This database under other settings. */
  public TestSession with(PlannerSettings newSettings) {
    return new TestSession(backend, newSettings);
  }

  /** The database. */
  public Backend backend() {
    return backend;
  }

  /** The statement of a text. */
  public CompiledStatement compile(String text) {
    return planner.compile(text, settings, backend);
  }

  /** What a statement answers, as text; what it raises too. */
  public String answer(String text, AttributeValue... parameters) {
    try {
      return show(compile(text).execute(ExecutionRequest.of(backend, Parameters.of(parameters))));
    } catch (EngineException error) {
      return error.position().map(position -> position + " ").orElse("")
          + error.code()
          + "\n"
          + error.getMessage();
    }
  }

  /** The values of the one row of a query. */
  public List<AttributeValue> values(String text) {
    StatementResult result = compile(text).execute(ExecutionRequest.of(backend, Parameters.NONE));
    try (RowCursor rows = ((StatementResult.Rows) result).rows()) {
      return List.copyOf(rows.next().orElseThrow().item().attributes().values());
    }
  }

  private static String show(StatementResult result) {
    if (result instanceof StatementResult.Count count) {
      return "count " + count.count();
    }
    StatementResult.Rows rows = (StatementResult.Rows) result;
    List<String> lines = new ArrayList<>();
    lines.add(rows.columns().stream().map(ResultColumn::label).collect(Collectors.joining(" | ")));
    try (RowCursor cursor = rows.rows()) {
      for (Optional<Row> row = cursor.next(); row.isPresent(); row = cursor.next()) {
        lines.add(show(row.get(), rows.columns().size()));
      }
    }
    return String.join("\n", lines);
  }

  private static String show(Row row, int columns) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      @Nullable AttributeValue value = row.get(i);
      values.add(value == null ? "-" : ExpressionText.of(new Literal(value)));
    }
    return String.join(" | ", values);
  }

  @Override
  public void close() {
    backend.close();
  }
}
