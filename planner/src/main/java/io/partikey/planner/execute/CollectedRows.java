package io.partikey.planner.execute;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.planner.api.Row;
import io.partikey.planner.api.RowCursor;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Rows that were all read before the first one is asked for; holds no snapshot. */
final class CollectedRows implements RowCursor {
  private final ConsumedCapacity consumed;
  private final long itemsRead;
  private Iterator<Row> rows;

  CollectedRows(List<Row> rows, ConsumedCapacity consumed, long itemsRead) {
    this.rows = List.copyOf(rows).iterator();
    this.consumed = consumed;
    this.itemsRead = itemsRead;
  }

  @Override
  public Optional<Row> next() {
    return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
  }

  @Override
  public ConsumedCapacity consumed() {
    return consumed;
  }

  @Override
  public long itemsRead() {
    return itemsRead;
  }

  @Override
  public void close() {
    rows = List.<Row>of().iterator();
  }
}
