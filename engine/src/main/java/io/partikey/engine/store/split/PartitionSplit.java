package io.partikey.engine.store.split;

import io.partikey.engine.store.catalog.DefinitionChanges;
import io.partikey.engine.store.catalog.Definitions;
import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.key.KeyRange;
import io.partikey.engine.store.partition.ObjectCounts;
import io.partikey.engine.store.partition.PartitionMap;
import io.partikey.engine.store.partition.SplitPoint;
import io.partikey.engine.store.partition.SplitTally;
import io.partikey.engine.store.rocks.RowCursor;
import io.partikey.engine.store.rocks.RowSnapshot;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.store.rocks.Rows;
import io.partikey.engine.store.row.StoredItem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** One split of one partition; the package says how it goes. Run by one thread. */
final class PartitionSplit {
  private static final Duration PATIENCE = Duration.ofMillis(20);
  private static final int ATTEMPTS = 100;
  private static final int ROWS_AT_ONCE = 1024;

  private final RowStore store;
  private final Definitions definitions;
  private final String table;
  private final KeyLayout keys;
  private final int number;

  /** What became of a split. */
  enum Outcome {
    SPLIT,
    /** Nearly all that the partition holds or consumes is of one collection, or its neighbours. */
    NOWHERE_TO_SPLIT,
    /** The database is busy or closing, or the partition is no more. */
    PUT_OFF
  }

  private record Beginning(RowSnapshot snapshot, SplitTally tally) {}

  /**
   * A split of a partition.
   *
   * @param table the table, or the one of the index
   * @param keys the keys of the table or index
   * @param number the number of the partition
   */
  PartitionSplit(
      RowStore store, Definitions definitions, String table, KeyLayout keys, int number) {
    this.store = store;
    this.definitions = definitions;
    this.table = table;
    this.keys = keys;
    this.number = number;
  }

  Outcome run(SplitPoint point) {
    @Nullable ObjectCounts counts = definitions.counts().find(keys.objectId());
    if (counts == null) {
      return Outcome.PUT_OFF;
    }
    int place = counts.map().placeOf(number).orElseThrow();
    Optional<Beginning> begun =
        definitions.tryWithoutWriters(
            PATIENCE, () -> new Beginning(store.snapshot(), counts.beginTally(place)));
    if (begun.isEmpty()) {
      return Outcome.PUT_OFF;
    }
    try (RowSnapshot snapshot = begun.get().snapshot) {
      SplitTally tally = begun.get().tally;
      return count(snapshot, tally) ? end(counts, place, tally, point) : Outcome.PUT_OFF;
    } finally {
      counts.endTally(place);
    }
  }

  /** Tallies the rows of the partition; whether it came to the end. */
  private boolean count(RowSnapshot snapshot, SplitTally tally) {
    KeyRange range = keys.ofHashes(tally.buckets().first(), tally.buckets().last());
    int rows = 0;
    long since = System.nanoTime();
    try (RowCursor cursor = snapshot.open(range, Rows.Direction.ASCENDING, Rows.Extent.OBJECT)) {
      while (cursor.next()) {
        tally.add(KeyLayout.hash(cursor.key()), 1, StoredItem.of(cursor.value()).size());
        if (++rows % ROWS_AT_ONCE == 0) {
          // As much rest as work, so that it never takes a whole core from readers and writers.
          LockSupport.parkNanos(System.nanoTime() - since);
          if (Thread.currentThread().isInterrupted()) {
            return false;
          }
          since = System.nanoTime();
        }
      }
    }
    return true;
  }

  private Outcome end(ObjectCounts counts, int place, SplitTally tally, SplitPoint point) {
    Optional<Integer> border = point.border(tally);
    if (border.isEmpty()) {
      return Outcome.NOWHERE_TO_SPLIT;
    }
    PartitionMap divided = counts.split(place, border.get());
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<Boolean> done =
          new DefinitionChanges(definitions)
              .tryDivide(
                  PATIENCE,
                  table,
                  keys.objectId(),
                  counts,
                  divided,
                  batch -> counts.split(place, border.get(), tally, batch));
      if (done.isPresent()) {
        return done.get() ? Outcome.SPLIT : Outcome.PUT_OFF;
      }
    }
    return Outcome.PUT_OFF;
  }
}
