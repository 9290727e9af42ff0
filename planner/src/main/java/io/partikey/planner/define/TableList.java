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
          ListingColumns.text("table"),
          ListingColumns.text("partition_key"),
          ListingColumns.text("sort_key"),
          ListingColumns.number("indexes"),
          ListingColumns.number("items"),
          ListingColumns.number("bytes"));

  private TableList() {}

  static Listing inspection() {
    return new Listing(
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
        ListingColumns.of(table.name()),
        ListingColumns.names(table.key().partition()),
        ListingColumns.names(table.key().sort()),
        ListingColumns.of(table.indexes().size()),
        ListingColumns.of(statistics.table().items()),
        ListingColumns.of(statistics.table().bytes()));
  }
}
