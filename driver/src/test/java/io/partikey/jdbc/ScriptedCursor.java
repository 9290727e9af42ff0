package io.partikey.jdbc;

import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.api.Row;
import io.partikey.planner.api.RowCursor;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A cursor over given rows that asks before each whether it may go on. */
final class ScriptedCursor implements RowCursor {
  private final List<ResultColumn> columns;
  private final Iterator<List<AttributeValue>> rows;
  private final Cancellation cancellation;
  private int read;
  private boolean closed;

  ScriptedCursor(
      List<ResultColumn> columns, List<List<AttributeValue>> rows, Cancellation cancellation) {
    this.columns = columns;
    this.rows = rows.iterator();
    this.cancellation = cancellation;
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public Optional<Row> next() {
    if (closed) {
      throw new IllegalStateException("the cursor is closed");
    }
    cancellation.check();
    if (!rows.hasNext()) {
      return Optional.empty();
    }
    read++;
    return Optional.of(new ScriptedRow(columns, rows.next()));
  }

  @Override
  public ConsumedCapacity consumed() {
    return read == 0 ? ConsumedCapacity.NONE : ConsumedCapacity.read("T", read * 0.5);
  }

  @Override
  public long itemsRead() {
    return read;
  }

  @Override
  public void close() {
    closed = true;
  }

  private record ScriptedRow(List<ResultColumn> columns, List<AttributeValue> values)
      implements Row {
    @Override
    public @Nullable AttributeValue get(int column) {
      return values.get(column);
    }

    @Override
    public Item item() {
      Map<String, AttributeValue> attributes = new LinkedHashMap<>();
      for (int i = 0; i < values.size(); i++) {
        if (values.get(i) != null) {
          attributes.put(columns.get(i).label(), values.get(i));
        }
      }
      return new Item(attributes);
    }
  }
}
