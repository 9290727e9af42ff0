package io.partikey.planner.api;

import io.partikey.engine.backend.ConsumedCapacity;
import java.util.List;

/** What executing a statement gave: rows or a count. */
public sealed interface StatementResult {
  /**
   * Rows.
   *
   * @param columns their columns, fixed from now on
   * @param rows the rows; the caller closes them
   */
  record Rows(List<ResultColumn> columns, RowCursor rows) implements StatementResult {
    public Rows {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A number of items changed.
   *
   * @param count how many items were changed, 0 for definitions
   * @param consumed what the statement cost
   */
  record Count(long count, ConsumedCapacity consumed) implements StatementResult {}
}
