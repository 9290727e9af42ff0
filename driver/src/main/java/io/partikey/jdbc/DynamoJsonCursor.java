package io.partikey.jdbc;

import io.partikey.engine.backend.ConsumedCapacity;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.StringValue;
import io.partikey.jdbc.type.SqlType;
import io.partikey.planner.api.Row;
import io.partikey.planner.api.RowCursor;
import java.util.List;
import java.util.Optional;

/** Another cursor's rows, each as the one column {@code item} in DynamoDB JSON. */
final class DynamoJsonCursor implements RowCursor {
  /** The one column. */
  static final List<ColumnInfo> COLUMNS = List.of(ColumnInfo.computed("item", SqlType.VARCHAR));

  private final RowCursor rows;

  DynamoJsonCursor(RowCursor rows) {
    this.rows = rows;
  }

  @Override
  public Optional<Row> next() {
    return rows.next().map(JsonRow::new);
  }

  @Override
  public ConsumedCapacity consumed() {
    return rows.consumed();
  }

  @Override
  public long itemsRead() {
    return rows.itemsRead();
  }

  @Override
  public void close() {
    rows.close();
  }

  /** A row as JSON, written when it is asked for. */
  private record JsonRow(Row row) implements Row {
    @Override
    public AttributeValue get(int column) {
      return new StringValue(row.item().toJson());
    }

    @Override
    public Item item() {
      return row.item();
    }
  }
}
