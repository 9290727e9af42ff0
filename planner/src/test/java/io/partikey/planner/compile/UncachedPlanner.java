package io.partikey.planner.compile;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.expression.Parameters;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.execute.AccessRace;
import io.partikey.planner.search.PlanSearch;
import io.partikey.planner.search.context.Optimization;
import io.partikey.planner.search.context.SearchContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

/** A planner that plans each statement anew, and may leave out rules. */
public final class UncachedPlanner {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2024-01-31T10:20:30Z"), ZoneOffset.UTC);

  private final StatementCompiler compiler = new StatementCompiler(new PlanSearch(), CLOCK);
  private final Backend backend;
  private final PlannerSettings settings;

  /** A planner of statements on a database. */
  public UncachedPlanner(Backend backend, PlannerSettings settings) {
    this.backend = backend;
    this.settings = settings;
  }

  /** The statement of a text, planned without these rules. */
  public CompiledStatement compile(String text, Set<Optimization> omitted) {
    return compile(text, omitted, Cancellation.NEVER);
  }

  /** The statement of a text, unless it is told to stop. */
  public CompiledStatement compile(String text, Cancellation cancellation) {
    return compile(text, Set.of(), cancellation);
  }

  private CompiledStatement compile(
      String text, Set<Optimization> omitted, Cancellation cancellation) {
    AccessRace race = AccessRace.beforeValues(backend, settings.dialect(), cancellation);
    SearchContext context =
        new SearchContext(
            settings,
            backend::statistics,
            true,
            race,
            omitted,
            cancellation,
            backend::observedTypes);
    return compiler.compile(text, settings, backend.catalog(), context, null);
  }

  /** The plan of a query as EXPLAIN shows it. */
  public static String explain(CompiledStatement statement, Backend backend) {
    return statement instanceof Explainable plan
        ? String.join("\n", plan.explain(ExecutionRequest.of(backend, Parameters.NONE)))
        : "";
  }
}
