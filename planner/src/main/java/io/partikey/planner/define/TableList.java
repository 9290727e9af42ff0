package io.partikey.planner.define;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.table.TableDescription;
import io.partikey.engine.table.TableStatistics;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.api.Row;
import java.util.List;

/** SHOW TABLES: each table with its key and its counts. */
final class TableList {
  private static final List<ResultColumn> COLUMNS =
      List.of(
          Columns.text("table"),
          Columns.text("partition_key"),
          Columns.text("sort_key"),
          Columns.number("indexes"),
          Columns.number("items"),
          Columns.number("bytes"));

  private TableList() {}

  static Inspection inspection() {
    return new Inspection(
        COLUMNS,
        backend ->
            backend.catalog().tables().values().stream()
                .map(table -> row(table, backend))
                .toList());
  }

  private static Row row(TableDescription table, Backend backend) {
    TableStatistics statistics = backend.statistics(table.name());
    return MemoryRows.row(
        COLUMNS,
        Columns.of(table.name()),
        Columns.names(table.key().partition()),
        Columns.names(table.key().sort()),
        Columns.of(table.indexes().size()),
        Columns.of(statistics.table().items()),
        Columns.of(statistics.table().bytes()));
  }
}
