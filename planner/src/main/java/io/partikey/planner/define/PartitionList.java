package io.partikey.planner.define;

import io.partikey.engine.table.PartitionDescription;
import io.partikey.engine.table.TableDescription;
import io.partikey.planner.ResultColumn;
import io.partikey.planner.Row;
import java.util.List;

/** SHOW PARTITIONS: each partition with what it holds and how hot it is. */
final class PartitionList {
  private static final List<ResultColumn> COLUMNS =
      List.of(
          Columns.text("first_hash"),
          Columns.text("last_hash"),
          Columns.number("items"),
          Columns.number("bytes"),
          Columns.number("read_units"),
          Columns.number("write_units"),
          Columns.text("hottest"),
          Columns.text("verdict"));

  private PartitionList() {}

  static Inspection inspection(TableDescription table) {
    return new Inspection(
        COLUMNS,
        backend -> backend.partitions(table.name()).stream().map(PartitionList::row).toList());
  }

  private static Row row(PartitionDescription partition) {
    return MemoryRows.row(
        COLUMNS,
        Columns.of(hash(partition.firstHash())),
        Columns.of(hash(partition.lastHash())),
        Columns.of(partition.items()),
        Columns.of(partition.bytes()),
        Columns.of(partition.readUnits()),
        Columns.of(partition.writeUnits()),
        Columns.of(String.join(", ", partition.hottestCollections())),
        Columns.of(partition.verdict()));
  }

  private static String hash(long unsigned) {
    String digits = Long.toHexString(unsigned);
    return "0".repeat(Long.BYTES * 2 - digits.length()) + digits;
  }
}
