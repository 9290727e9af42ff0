package io.partikey.planner.execute;

import io.partikey.planner.explain.Amounts;
import io.partikey.planner.plan.PlanNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.IdentityHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the nodes of one run of a plan did, their inputs included, each node by its identity. */
final class PlanMeasurements implements Measurements {
  private final ExecutionContext context;
  private final LongSupplier nanoTime;
  private final IdentityHashMap<PlanNode, Actual> actuals = new IdentityHashMap<>();

  /**
   * Measurements of a run.
   *
   * @param context where the run counts its units
   * @param nanoTime the time in nanoseconds from some moment on
   */
  PlanMeasurements(ExecutionContext context, LongSupplier nanoTime) {
    this.context = context;
    this.nanoTime = nanoTime;
  }

  /** What a node did, to stand behind its line. */
  String note(PlanNode node) {
    @Nullable Actual actual = actuals.get(node);
    return actual == null ? " (never run)" : " (actual " + actual.text() + ")";
  }

  @Override
  public <T> Cursor<T> measured(PlanNode node, Cursor<T> cursor) {
    return counted(node, new MeasuredCursor<>(cursor, () -> measured(node, cursor::next)));
  }

  @Override
  public <T> Cursor<T> counted(PlanNode node, Cursor<T> cursor) {
    return new MeasuredCursor<>(
        cursor,
        () -> {
          CursorStep<T> step = cursor.next();
          if (step instanceof CursorStep.Found) {
            actual(node).rows++;
          }
          return step;
        });
  }

  @Override
  public <R> R measured(PlanNode node, Supplier<R> work) {
    long begin = nanoTime.getAsLong();
    double unitsBefore = context.consumed().readUnits();
    R result = work.get();
    Actual actual = actual(node);
    actual.nanos += nanoTime.getAsLong() - begin;
    actual.readUnits += context.consumed().readUnits() - unitsBefore;
    return result;
  }

  private Actual actual(PlanNode node) {
    return actuals.computeIfAbsent(node, ignored -> new Actual());
  }

  /** Sums over all runs of a node: the inner side of a lookup has many. */
  private static final class Actual {
    private long rows;
    private long nanos;
    private double readUnits;

    String text() {
      return Amounts.rows((double) rows)
          + ", "
          + Amounts.readUnits(readUnits)
          + ", "
          + milliseconds(nanos);
    }
  }

  /** A time in milliseconds, to a hundredth. */
  static String milliseconds(long nanos) {
    return BigDecimal.valueOf(nanos, 6).setScale(2, RoundingMode.HALF_UP).toPlainString() + " ms";
  }

  /** A cursor whose steps somebody else makes of its own. */
  private record MeasuredCursor<T>(Cursor<T> cursor, Supplier<CursorStep<T>> step)
      implements Cursor<T> {
    @Override
    public CursorStep<T> next() {
      return step.get();
    }

    @Override
    public void close() {
      cursor.close();
    }
  }
}
