package io.partikey.shell.session;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NullValue;
import io.partikey.jdbc.PartiKeyResultSet;
import io.partikey.shell.format.Column;
import io.partikey.shell.format.RowWriter;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The rows of a JDBC result as columns and attribute values. */
final class ResultRows {
  private static final int CHECK_EVERY = 1000;

  private ResultRows() {}

  /** Writes the rows that are left, as long as they are read, and returns how many there were. */
  static long copy(ResultSet results, RowWriter writer, BooleanSupplier unread)
      throws SQLException {
    List<Column> columns = columns(results.getMetaData());
    PartiKeyResultSet ours = results.unwrap(PartiKeyResultSet.class);
    writer.begin(columns);
    long count = 0;
    while (results.next()) {
      writer.row(cells(ours, columns.size()));
      count++;
      if (count % CHECK_EVERY == 0 && unread.getAsBoolean()) {
        break;
      }
    }
    writer.end();
    return count;
  }

  private static List<Column> columns(ResultSetMetaData metaData) throws SQLException {
    List<Column> columns = new ArrayList<>();
    for (int i = 1; i <= metaData.getColumnCount(); i++) {
      boolean numeric =
          switch (metaData.getColumnType(i)) {
            case Types.DECIMAL, Types.NUMERIC, Types.BIGINT, Types.INTEGER, Types.DOUBLE -> true;
            default -> false;
          };
      columns.add(new Column(metaData.getColumnLabel(i), numeric));
    }
    return columns;
  }

  private static List<@Nullable AttributeValue> cells(PartiKeyResultSet results, int count)
      throws SQLException {
    @Nullable AttributeValue[] cells = new AttributeValue[count];
    for (int i = 0; i < count; i++) {
      AttributeValue value = results.getObject(i + 1, AttributeValue.class);
      cells[i] = value == null && !results.isMissing(i + 1) ? NullValue.NULL : value;
    }
    return Collections.unmodifiableList(Arrays.asList(cells));
  }
}
