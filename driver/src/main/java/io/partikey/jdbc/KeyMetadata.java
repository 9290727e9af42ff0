package io.partikey.jdbc;

import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.TableDescription;
import io.partikey.engine.table.TableStatistics;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys and indexes of tables as metadata report them. Only the primary key is unique: clients
 * take unique indexes for what identifies a row.
 */
final class KeyMetadata {
  /** The name of every table's primary key, and of the index that it is. */
  private static final String PRIMARY = "PRIMARY";

  private final Session session;

  KeyMetadata(Session session) {
    this.session = session;
  }

  /** The result of getPrimaryKeys. */
  ResultSet primaryKeys(List<TableDescription> tables) {
    MetadataRows rows = new MetadataRows(MetadataShape.PRIMARY_KEYS);
    for (TableDescription table : tables) {
      List<KeyAttribute> key = table.key().attributes();
      key.stream()
          .sorted(Comparator.comparing(KeyAttribute::name))
          .forEach(
              attribute ->
                  rows.add(
                      null,
                      DriverInfo.SCHEMA,
                      table.name(),
                      attribute.name(),
                      key.indexOf(attribute) + 1,
                      PRIMARY));
    }
    return rows.toResultSet(session);
  }

  /** The result of getIndexInfo. */
  ResultSet indexInfo(List<TableDescription> tables, boolean uniqueOnly) throws SQLException {
    MetadataRows rows = new MetadataRows(MetadataShape.INDEX_INFO);
    for (TableDescription table : tables) {
      Optional<TableStatistics> statistics = statistics(table);
      addIndex(rows, table, PRIMARY, table.key(), cardinality(statistics, null));
      if (!uniqueOnly) {
        List<IndexDescription> indexes = new ArrayList<>(table.indexes());
        indexes.sort(Comparator.comparing(IndexDescription::name));
        for (IndexDescription index : indexes) {
          addIndex(rows, table, index.name(), index.key(), cardinality(statistics, index.name()));
        }
      }
    }
    return rows.toResultSet(session);
  }

  // Exact counts are at hand; where they are not, none is asked for, because that may take long.
  private Optional<TableStatistics> statistics(TableDescription table) throws SQLException {
    return session.call(
        () ->
            session.backend().capabilities().exactCounts()
                ? Optional.of(session.backend().statistics(table.name()))
                : Optional.empty());
  }

  private static long cardinality(Optional<TableStatistics> statistics, @Nullable String index) {
    long items = statistics.map(counts -> counts.of(index).items()).orElse(0L);
    return Math.min(items, Integer.MAX_VALUE);
  }

  private static void addIndex(
      MetadataRows rows, TableDescription table, String name, KeySchema key, long cardinality) {
    List<KeyAttribute> attributes = key.attributes();
    for (int i = 0; i < attributes.size(); i++) {
      rows.add(
          null,
          DriverInfo.SCHEMA,
          table.name(),
          !name.equals(PRIMARY),
          null,
          name,
          DatabaseMetaData.tableIndexOther,
          i + 1,
          attributes.get(i).name(),
          i < key.partition().size() ? null : "A",
          cardinality,
          0,
          null);
    }
  }
}
