package io.partikey.planner.define;

import io.partikey.engine.backend.Backend;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.Projection;
import io.partikey.engine.table.TableDescription;
import io.partikey.engine.table.TableStatistics.Counts;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.api.Row;
import java.util.List;

/**
 * SHOW INDEXES: each index with its key, its projection, its state, how much of it is built, in
 * percent, and its counts.
 */
final class IndexList {
  private static final List<ResultColumn> COLUMNS =
      List.of(
          ListingColumns.text("index"),
          ListingColumns.text("kind"),
          ListingColumns.text("partition_key"),
          ListingColumns.text("sort_key"),
          ListingColumns.text("projection"),
          ListingColumns.text("state"),
          ListingColumns.number("percent"),
          ListingColumns.number("items"),
          ListingColumns.number("bytes"));

  private IndexList() {}

  static Listing inspection(TableDescription named) {
    return new Listing(COLUMNS, backend -> rows(named.name(), backend));
  }

  // The table is looked up again: the progress of its indexes is that of now.
  private static List<Row> rows(String name, Backend backend) {
    return backend.catalog().table(name).stream()
        .flatMap(table -> table.indexes().stream().map(index -> row(table, index, backend)))
        .toList();
  }

  private static Row row(TableDescription table, IndexDescription index, Backend backend) {
    Counts counts = backend.statistics(table.name()).of(index.name());
    return MemoryRows.row(
        COLUMNS,
        ListingColumns.of(index.name()),
        ListingColumns.of(index.kind().name()),
        ListingColumns.names(index.key().partition()),
        ListingColumns.names(index.key().sort()),
        ListingColumns.of(projection(index.projection())),
        ListingColumns.of(index.state().name()),
        ListingColumns.of((long) (100 * index.progress())),
        ListingColumns.of(counts.items()),
        ListingColumns.of(counts.bytes()));
  }

  private static String projection(Projection projection) {
    return switch (projection.kind()) {
      case ALL -> "ALL";
      case KEYS_ONLY -> "KEYS ONLY";
      case INCLUDE -> "INCLUDE (" + String.join(", ", projection.included()) + ")";
    };
  }
}
