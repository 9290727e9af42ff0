package io.partikey.engine.store.rocks;

import io.partikey.engine.backend.Page;
import io.partikey.engine.store.key.KeyRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of all tables and indexes, as they are or as they were at one moment. Keys and values
 * that are handed out belong to the caller.
 */
public interface Rows {
  /** The value of a key, null where there is none. */
  byte @Nullable [] get(byte[] key);

  /**
   * The values of keys in their order, null where there is none: of all, or of the first, no
   * further than the one that fills {@link Page#MOST_BYTES}.
   */
  List<byte @Nullable []> getPage(List<byte[]> keys);

  /** The counters of a table or index as they are with the rows, by the range of its keys. */
  List<RowStore.Counter> counters(KeyRange range);

  /** A cursor before the first row of a range, in the order asked for. The caller closes it. */
  RowCursor open(KeyRange range, Direction direction, Extent extent);

  /** In the order of the keys, or against it. */
  enum Direction {
    ASCENDING,
    DESCENDING;

    /** The direction that a flag means. */
    public static Direction of(boolean ascending) {
      return ascending ? ASCENDING : DESCENDING;
    }
  }

  /** How far a range reaches. */
  enum Extent {
    /** Within what shares the object and the hash, so that the filters of prefixes help. */
    COLLECTION,
    /** Over many collections, of which reading must not displace what is in the cache. */
    OBJECT
  }
}
