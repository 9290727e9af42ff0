package io.partikey.planner.execute;

import java.util.Comparator;

/** What rows are ordered by: keys made of each row, and an order of the keys. */
interface RowKeys extends Comparator<PlanRow> {
  /** The values that a row is compared by. */
  PlanRow keysOf(PlanRow row);

  /** Compares the keys of two rows. */
  @Override
  int compare(PlanRow left, PlanRow right);
}
