package io.partikey.planner.define;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.api.Row;
import io.partikey.planner.api.RowCursor;
import io.partikey.planner.api.StatementResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows that are there already and cost nothing: what SHOW, DESCRIBE and EXPLAIN answer. */
public final class MemoryRows implements RowCursor {
  private final Iterator<Row> rows;

  private MemoryRows(List<Row> rows) {
    this.rows = List.copyOf(rows).iterator();
  }

  /** The result of these rows. */
  public static StatementResult.Rows result(List<ResultColumn> columns, List<Row> rows) {
    return new StatementResult.Rows(columns, new MemoryRows(rows));
  }

  /** A row of these values, null for what is missing. */
  public static Row row(List<ResultColumn> columns, @Nullable AttributeValue... values) {
    return new MemoryRow(
        columns, Collections.unmodifiableList(new ArrayList<>(Arrays.asList(values))));
  }

  @Override
  public Optional<Row> next() {
    return rows.hasNext() ? Optional.of(rows.next()) : Optional.empty();
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
  public void close() {}

  private record MemoryRow(List<ResultColumn> columns, List<@Nullable AttributeValue> values)
      implements Row {
    @Override
    public @Nullable AttributeValue get(int column) {
      return values.get(column);
    }

    @Override
    public Item item() {
      Map<String, AttributeValue> attributes = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        @Nullable AttributeValue value = values.get(i);
        if (value != null) {
          attributes.put(columns.get(i).label(), value);
        }
      }
      return new Item(attributes);
    }
  }
}
