package io.partikey.planner.compile;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.Catalog;
import io.partikey.engine.expression.Parameters;
import io.partikey.planner.api.CompiledStatement;
import io.partikey.planner.api.PlannerSettings;
import io.partikey.planner.api.QueryPlanner;
import io.partikey.planner.execute.AccessRace;
import io.partikey.planner.search.PlanSearch;
import io.partikey.planner.search.context.SearchContext;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The planner: every statement is keyed, or refused. */
public final class KeyedQueryPlanner implements QueryPlanner {
  private final PlanSearch search = new PlanSearch();
  private final PlanCache cache = new PlanCache();
  private final PlanningThreads threads = new PlanningThreads(search::isLoaded);
  private final StatementCompiler compiler;
  private final AtomicBoolean warm = new AtomicBoolean();

  /** A planner with an empty cache, which has not loaded Calcite yet. */
  public KeyedQueryPlanner() {
    this(Clock.systemUTC());
  }

  /**
   * A planner by another clock.
   *
   * @param clock the time that statements see
   */
  public KeyedQueryPlanner(Clock clock) {
    this.compiler = new StatementCompiler(search, clock);
  }

  @Override
  public CompiledStatement compile(
      String text, PlannerSettings settings, Backend backend, Cancellation cancellation) {
    return planned(text, settings, backend, cancellation, null);
  }

  @Override
  public CompiledStatement compile(
      String text,
      PlannerSettings settings,
      Backend backend,
      Cancellation cancellation,
      Parameters parameters) {
    return planned(text, settings, backend, cancellation, parameters);
  }

  private CompiledStatement planned(
      String text,
      PlannerSettings settings,
      Backend backend,
      Cancellation cancellation,
      @Nullable Parameters parameters) {
    Catalog catalog = backend.catalog();
    return cache.get(
        new PlanCache.Key(text, settings, catalog),
        known -> !(known instanceof Explainable plan) || plan.validity().holds(backend::statistics),
        () -> {
          SearchContext context = context(settings, backend, cancellation);
          return threads.plan(
              text,
              cancellation,
              () -> compiler.compile(text, settings, catalog, context, parameters));
        });
  }

  private static SearchContext context(
      PlannerSettings settings, Backend backend, Cancellation cancellation) {
    boolean local = backend.capabilities().exactCounts();
    SearchContext counting =
        new SearchContext(settings, backend::statistics, local)
            .with(cancellation)
            .observing(backend::observedTypes);
    return local
        ? counting.with(AccessRace.beforeValues(backend, settings.dialect(), cancellation))
        : counting;
  }

  @Override
  public void warmUp() {
    if (warm.compareAndSet(false, true)) {
      Thread thread = new Thread(search::warmUp, "partikey-planner-warm-up");
      thread.setDaemon(true);
      // What keeps it from loading the planner, the first statement tells, if there is one at all.
      thread.setUncaughtExceptionHandler((ended, failure) -> {});
      thread.start();
    }
  }
}
