package io.partikey.jdbc;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.planner.api.Row;
import io.partikey.planner.api.RowCursor;
import java.sql.ResultSet;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Result sets over rows that are known already: metadata, arrays, and the keys never generated. */
final class FixedResults {
  private FixedResults() {}

  static ResultSet of(
      Session session, List<ColumnInfo> columns, List<List<@Nullable AttributeValue>> rows) {
    ResultCursor cursor =
        new ResultCursor(session, new FixedCursor(rows), session.control(0), 0, false);
    return new CursorResultSet(session, null, columns, cursor);
  }

  /** A cursor over rows in memory, which no backend holds anything for. */
  private static final class FixedCursor implements RowCursor {
    private final Queue<Row> rows = new ArrayDeque<>();

    FixedCursor(List<List<@Nullable AttributeValue>> rows) {
      rows.forEach(values -> this.rows.add(new FixedRow(values)));
    }

    @Override
    public Optional<Row> next() {
      return Optional.ofNullable(rows.poll());
    }

    @Override
    public ConsumedCapacity consumed() {
      return ConsumedCapacity.NONE;
    }

    @Override
    public long itemsRead() {
      return 0;
    }

    @Override
    public void close() {
      rows.clear();
    }
  }

  /** A row of values by position. */
  private record FixedRow(List<@Nullable AttributeValue> values) implements Row {
    @Override
    public @Nullable AttributeValue get(int column) {
      return values.get(column);
    }

    @Override
    public Item item() {
      return Item.EMPTY;
    }
  }
}
