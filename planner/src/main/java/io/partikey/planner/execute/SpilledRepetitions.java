package io.partikey.planner.execute;

import io.partikey.engine.item.NumberValue;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rows with repetitions, more than memory holds. They are sorted by identity with their places
 * behind them, the first of each is kept, and those are put back into the order in which they came.
 */
final class SpilledRepetitions implements AutoCloseable {
  private final UnaryOperator<PlanRow> identity;
  private final GatheringLimits limits;
  private final RowSorter byIdentity;
  private long sequence;

  /**
   * Without rows.
   *
   * @param identity what of a row says whether it repeats another
   */
  SpilledRepetitions(UnaryOperator<PlanRow> identity, GatheringLimits limits) {
    this.identity = row -> identity.apply(withoutPlace(row));
    this.limits = limits;
    this.byIdentity = new RowSorter(new RowIdentity(this.identity), limits);
  }

  private static PlanRow withoutPlace(PlanRow row) {
    return row.first(row.width() - 1);
  }

  /** Takes a row in. */
  void add(PlanRow row) {
    byIdentity.add(row.with(PlanRow.of(NumberValue.of(sequence++))));
  }

  /** The first of each. To be closed before this. */
  Cursor<PlanRow> firsts() {
    RowIdentity place = new RowIdentity(row -> row.select(row.width() - 1));
    return new MapCursor<>(
        new SortCursor(new FirstOfEach(byIdentity.sorted(), identity), place, limits),
        SpilledRepetitions::withoutPlace);
  }

  /** Removes the files. Idempotent. */
  @Override
  public void close() {
    byIdentity.close();
  }

  /** The rows that do not repeat the one before them. Closes its input. */
  private static final class FirstOfEach implements Cursor<PlanRow> {
    private final Cursor<PlanRow> input;
    private final UnaryOperator<PlanRow> identity;
    private @Nullable PlanRow previous;

    FirstOfEach(Cursor<PlanRow> input, UnaryOperator<PlanRow> identity) {
      this.input = input;
      this.identity = identity;
    }

    @Override
    public CursorStep<PlanRow> next() {
      while (true) {
        CursorStep<PlanRow> step = input.next();
        if (!(step instanceof CursorStep.Found<PlanRow> found)) {
          return step;
        }
        PlanRow key = identity.apply(found.value());
        if (!key.equals(previous)) {
          previous = key;
          return step;
        }
      }
    }

    @Override
    public void close() {
      input.close();
    }
  }
}
