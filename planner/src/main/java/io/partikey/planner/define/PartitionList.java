package io.partikey.planner.define;

import io.partikey.engine.table.CollectionHeat;
import io.partikey.engine.table.PartitionDescription;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.api.ResultColumn;
import io.partikey.planner.api.Row;
import io.partikey.planner.explain.Amounts;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** SHOW PARTITIONS: each partition of a table and its indexes, what it holds, how hot it is. */
final class PartitionList {
  private static final List<ResultColumn> COLUMNS =
      List.of(
          ListingColumns.text("index"),
          ListingColumns.text("first_hash"),
          ListingColumns.text("last_hash"),
          ListingColumns.number("items"),
          ListingColumns.number("bytes"),
          ListingColumns.number("read_units"),
          ListingColumns.number("write_units"),
          ListingColumns.text("hottest"),
          ListingColumns.text("verdict"));

  private PartitionList() {}

  static Listing inspection(TableDescription table) {
    return new Listing(
        COLUMNS,
        backend -> backend.partitions(table.name()).stream().map(PartitionList::row).toList());
  }

  private static Row row(PartitionDescription partition) {
    @Nullable String index = partition.index();
    return MemoryRows.row(
        COLUMNS,
        index == null ? null : ListingColumns.of(index),
        ListingColumns.of(hash(partition.firstHash())),
        ListingColumns.of(hash(partition.lastHash())),
        ListingColumns.of(partition.items()),
        ListingColumns.of(partition.bytes()),
        ListingColumns.of(partition.readUnits()),
        ListingColumns.of(partition.writeUnits()),
        ListingColumns.of(
            partition.hottestCollections().stream()
                .map(PartitionList::text)
                .collect(Collectors.joining(", "))),
        ListingColumns.of(partition.verdict()));
  }

  /** A collection with its units, as {@code OS87 0.5 RU 12 WU}. */
  private static String text(CollectionHeat collection) {
    return collection.partitionKey()
        + (collection.readUnits() > 0 ? " " + Amounts.readUnits(collection.readUnits()) : "")
        + (collection.writeUnits() > 0 ? " " + Amounts.writeUnits(collection.writeUnits()) : "");
  }

  private static String hash(long unsigned) {
    String digits = Long.toHexString(unsigned);
    return "0".repeat(Long.BYTES * 2 - digits.length()) + digits;
  }
}
