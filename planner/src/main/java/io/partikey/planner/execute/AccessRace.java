package io.partikey.planner.execute;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.ReadView;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.expression.Parameters;
import io.partikey.planner.api.Dialect;
import io.partikey.planner.api.ExecutionRequest;
import io.partikey.planner.plan.Access;
import io.partikey.planner.plan.AccessReading;
import io.partikey.planner.search.context.AccessSurvey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads accesses in turns, always on with the one that has consumed least so far, until that one is
 * at its end: none of the others can have read less.
 *
 * <pre>
 * units consumed      1st turn   2nd   3rd   4th
 *   Query               0.5                  1.5  ...
 *   IndexQuery ByA      0.5       1    2
 *   IndexQuery ByB      0.5                        at its end with 0.5: the race ends here
 * </pre>
 *
 * <p>So a race reads at most as much of each access as of the cheapest, and a turn more. All races
 * of one planning together read at most {@link #MOST_UNITS}. Used by one thread.
 */
public final class AccessRace implements AccessSurvey {
  /** Read units, eventually consistent, that the races of one planning consume: 16 megabytes. */
  private static final double MOST_UNITS = 2048;

  /** Items that are read at once: few, so that a turn does not read far beyond the others. */
  private static final int TURN = 8;

  private final ExecutionRequest request;
  private final Dialect dialect;
  private final Supplier<ReadView> views;
  private final boolean knowsParameters;
  private double unitsLeft = MOST_UNITS;
  private boolean missedParameters;

  private AccessRace(
      Backend backend,
      Dialect dialect,
      Parameters parameters,
      boolean knowsParameters,
      Cancellation cancellation) {
    this.request = new ExecutionRequest(backend, backend, parameters, 0, TURN, cancellation);
    this.dialect = dialect;
    this.views = backend::openUncountedView;
    this.knowsParameters = knowsParameters;
  }

  /**
   * Races on a store for a statement whose parameters have no values yet.
   *
   * @param cancellation asked before each read
   */
  public static AccessRace beforeValues(
      Backend backend, Dialect dialect, Cancellation cancellation) {
    return new AccessRace(backend, dialect, Parameters.NONE, false, cancellation);
  }

  /** Races on a store for a statement that is to run with these parameters. */
  public static AccessRace of(ExecutionRequest request, Dialect dialect) {
    return new AccessRace(
        request.backend(), dialect, request.parameters(), true, request.cancellation());
  }

  @Override
  public boolean knowsParameters() {
    return knowsParameters;
  }

  @Override
  public void missParameters() {
    missedParameters = true;
  }

  @Override
  public boolean missedParameters() {
    return missedParameters;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Empty for an access that failed. When the races before have read too much, those that are
   * not at their end are taken to read {@code mostUnits}.
   */
  @Override
  public List<Optional<AccessReading>> read(List<Access> accesses, double mostUnits) {
    List<Runner> runners = new ArrayList<>();
    try {
      accesses.forEach(access -> runners.add(new Runner(access)));
      run(runners, mostUnits);
      return runners.stream().map(runner -> runner.reading(mostUnits)).toList();
    } finally {
      runners.forEach(Runner::close);
    }
  }

  private void run(List<Runner> runners, double mostUnits) {
    Comparator<Runner> leastFirst =
        Comparator.comparingDouble(Runner::units).thenComparing(runner -> !runner.finished);
    while (unitsLeft > 0) {
      Optional<Runner> least = runners.stream().filter(runner -> !runner.failed).min(leastFirst);
      if (least.isEmpty() || least.get().finished || least.get().units() >= mostUnits) {
        return;
      }
      unitsLeft -= least.get().turn();
    }
  }

  /** One of the accesses. */
  private final class Runner implements AutoCloseable {
    private final ExecutionContext context = new ExecutionContext(request, dialect, views);
    private final Cursor<PlanRow> rows;
    private long found;
    private boolean finished;
    private boolean failed;

    Runner(Access access) {
      this.rows = new PlanCursors(context).rows(access, new Demand(Demand.ALL_ROWS, TURN));
    }

    double units() {
      return context.consumed().readUnits();
    }

    /** Goes on until it has consumed something or is at its end; the units consumed. */
    double turn() {
      double before = units();
      try {
        while (!finished && units() == before) {
          step();
        }
      } catch (EngineException notReadable) {
        request.cancellation().check();
        failed = true;
      }
      return units() - before;
    }

    private void step() {
      CursorStep<PlanRow> step = rows.next();
      finished = step.isExhausted();
      if (step instanceof CursorStep.Found) {
        found++;
      }
    }

    Optional<AccessReading> reading(double mostUnits) {
      if (failed) {
        return Optional.empty();
      }
      double units = finished || unitsLeft > 0 ? units() : Math.max(units(), mostUnits);
      return Optional.of(new AccessReading(found, context.itemsRead(), units, finished));
    }

    @Override
    public void close() {
      rows.close();
      context.close();
    }
  }
}
