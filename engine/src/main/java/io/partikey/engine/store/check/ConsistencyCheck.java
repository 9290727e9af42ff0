package io.partikey.engine.store.check;

import io.partikey.engine.backend.CheckProgress;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.bytes.ByteReader;
import io.partikey.engine.store.catalog.CatalogSnapshot;
import io.partikey.engine.store.catalog.Definitions;
import io.partikey.engine.store.catalog.ObservedAttributes;
import io.partikey.engine.store.catalog.StoredIndex;
import io.partikey.engine.store.catalog.StoredTable;
import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.key.KeyRange;
import io.partikey.engine.store.partition.PartitionMap;
import io.partikey.engine.store.rocks.RowCursor;
import io.partikey.engine.store.rocks.RowSnapshot;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.store.rocks.Rows.Direction;
import io.partikey.engine.store.rocks.Rows.Extent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Compares, at one moment, every index with its table, and the counts and observed attributes with
 * the items, and looks for rows that belong to no table. Each entry of an index that is being built
 * must belong to an item, too, but some may be missing. Used by one thread.
 */
public final class ConsistencyCheck {
  private static final int ROWS_BETWEEN_REPORTS = 256;
  private static final byte[] AFTER_ALL_OBJECTS = {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, -1, -1};

  private final CatalogSnapshot catalog;
  private final Map<Integer, ObservedAttributes> observed = new HashMap<>();
  private final Map<Integer, Tally> counted = new LinkedHashMap<>();
  private final RowSnapshot rows;
  private final CheckProgress progress;
  private final Problems problems = new Problems();
  private long rowsChecked;

  private ConsistencyCheck(Definitions definitions, RowStore store, CheckProgress progress) {
    this.progress = progress;
    this.catalog = definitions.current();
    for (StoredTable table : catalog.tables()) {
      observed.put(table.id(), definitions.observations().of(table.id()));
      count(definitions, table.keys(), table.partitions());
      table.indexes().forEach(index -> count(definitions, index.keys(), index.partitions()));
    }
    this.rows = store.snapshot();
  }

  private void count(Definitions definitions, KeyLayout keys, PartitionMap partitions) {
    int id = keys.objectId();
    counted.put(id, Tally.of(partitions, definitions.counts().of(id)));
  }

  /**
   * Checks a database; writers go on meanwhile.
   *
   * @return what is wrong, each in one line; empty if nothing is
   * @throws EngineException with {@code CLOSED} if the database is closed meanwhile
   */
  public static List<String> check(
      Definitions definitions, RowStore store, CheckProgress progress) {
    ConsistencyCheck check =
        definitions.withoutWriters(() -> new ConsistencyCheck(definitions, store, progress));
    try (RowSnapshot moment = check.rows) {
      check.run();
      // Where rows were damaged the reader is told so; where the database is gone nothing is true.
      moment.sequence();
      return check.problems.list();
    }
  }

  private void run() {
    catalog.tables().stream()
        .sorted(Comparator.comparing(StoredTable::name))
        .forEach(this::checkTable);
    checkRest();
    progress.checked(1, rowsChecked);
  }

  private void checkTable(StoredTable table) {
    new TableCheck(
            table,
            rows,
            counted,
            Objects.requireNonNull(observed.get(table.id())),
            problems,
            this::checkedRow)
        .run();
  }

  private void checkedRow() {
    rowsChecked++;
    if (rowsChecked % ROWS_BETWEEN_REPORTS == 0) {
      double all = counted.values().stream().mapToLong(Tally::items).sum();
      progress.checked(Math.min(1, rowsChecked / Math.max(1, all)), rowsChecked);
    }
  }

  /** Looks between the tables and indexes for rows that are left of others. */
  private void checkRest() {
    byte[] from = {0};
    List<KeyRange> known = new ArrayList<>();
    for (StoredTable table : catalog.tables()) {
      known.add(table.keys().all());
      table.indexes().stream().map(StoredIndex::keys).map(KeyLayout::all).forEach(known::add);
    }
    known.sort(Comparator.comparing(KeyRange::start, Arrays::compareUnsigned));
    for (KeyRange object : known) {
      requireEmpty(new KeyRange(from, object.start()));
      from = object.end();
    }
    requireEmpty(new KeyRange(from, AFTER_ALL_OBJECTS));
  }

  private void requireEmpty(KeyRange gap) {
    if (gap.isEmpty()) {
      return;
    }
    try (RowCursor cursor = rows.open(gap, Direction.ASCENDING, Extent.OBJECT)) {
      if (cursor.next()) {
        int object = new ByteReader(cursor.key()).readInt();
        problems.report("rows are left of object " + object + ", which is no table or index");
      }
    } catch (EngineException unreadable) {
      if (unreadable.code() == ErrorCode.CLOSED) {
        throw unreadable;
      }
      // The same damage may have kept a table from being read; once is enough.
      if (problems.list().isEmpty()) {
        problems.report("rows cannot be read: " + unreadable.getMessage());
      }
    }
  }
}
