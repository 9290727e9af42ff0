package io.partikey.planner.execute;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an input in an order, stable. Reads its input to the end before the first row, and
 * closes it. Holds so many bytes of rows in memory, and more in files; see {@link RowSorter}.
 */
final class SortCursor implements Cursor<PlanRow> {
  private final Cursor<PlanRow> input;
  private final RowSorter sorter;
  private @Nullable Cursor<PlanRow> sorted;

  SortCursor(Cursor<PlanRow> input, RowKeys keys, GatheringLimits limits) {
    this.input = input;
    this.sorter = new RowSorter(keys, limits);
  }

  /** The rows in an order, only the first where so many are wanted. Closes its input. */
  static Cursor<PlanRow> of(
      Cursor<PlanRow> input, RowKeys keys, long limit, GatheringLimits limits) {
    return limit <= FirstRowsCursor.MOST
        ? new FirstRowsCursor(input, keys, (int) limit, limits)
        : new LimitCursor<>(new SortCursor(input, keys, limits), 0, limit);
  }

  @Override
  public CursorStep<PlanRow> next() {
    @Nullable Cursor<PlanRow> rows = sorted;
    if (rows == null) {
      CursorStep<PlanRow> last = gather();
      if (!last.isExhausted()) {
        return last;
      }
      rows = sorter.sorted();
      sorted = rows;
    }
    return rows.next();
  }

  private CursorStep<PlanRow> gather() {
    while (true) {
      CursorStep<PlanRow> step = input.next();
      if (!(step instanceof CursorStep.Found<PlanRow> found)) {
        return step;
      }
      sorter.add(found.value());
    }
  }

  @Override
  public void close() {
    sorted = new ListCursor<>(List.of());
    try (input) {
      sorter.close();
    }
  }
}
