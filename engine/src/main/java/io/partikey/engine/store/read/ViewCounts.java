package io.partikey.engine.store.read;

import io.partikey.engine.store.catalog.StoredIndex;
import io.partikey.engine.store.catalog.StoredTable;
import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.partition.ObjectTotals;
import io.partikey.engine.store.rocks.Rows;

/** The counts that a view sees. */
public interface ViewCounts {
  /** What a table or index holds. */
  ObjectTotals of(KeyLayout keys);

  /** An index was found to have an entry for every item of its table, and a plan may lean on it. */
  void foundComplete(StoredTable table, StoredIndex index);

  /** The counts that are with rows of one moment. */
  static ViewCounts of(Rows rows) {
    return new ViewCounts() {
      @Override
      public ObjectTotals of(KeyLayout keys) {
        return ObjectTotals.of(rows.counters(keys.all()));
      }

      @Override
      public void foundComplete(StoredTable table, StoredIndex index) {
        // The rows do not change any more.
      }
    };
  }
}
