package io.partikey.engine.store.partition;

import io.partikey.engine.store.bytes.ByteWriter;
import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.key.KeyRange;
import io.partikey.engine.store.rocks.RowCursor;
import io.partikey.engine.store.rocks.Rows;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How many item collections a table or index has, about. Hashes are evenly spread, so the place of
 * the k-th smallest one tells how many there are: with k of 256 to about six percent, and exactly
 * if there are fewer. An estimate is kept until the number of items is another one by a quarter.
 * Thread-safe.
 */
public final class CollectionEstimate {
  private static final int SAMPLE = 256;
  private static final double HASHES = 0x1p64;

  private record Estimate(long items, long collections) {
    boolean holdsFor(long nowItems) {
      return Math.abs(nowItems - items) * 4 <= items;
    }
  }

  private final Map<Integer, Estimate> estimates = new ConcurrentHashMap<>();

  /** About how many collections an object of so many items has, at least 1. */
  public long collections(KeyLayout keys, long items, Rows rows) {
    @Nullable Estimate known = estimates.get(keys.objectId());
    if (known != null && known.holdsFor(items)) {
      return known.collections;
    }
    Estimate now = new Estimate(items, Math.max(1, count(keys, rows)));
    estimates.put(keys.objectId(), now);
    return now.collections;
  }

  private static long count(KeyLayout keys, Rows rows) {
    KeyRange rest = keys.all();
    int found = 0;
    long hash = 0;
    while (found < SAMPLE) {
      try (RowCursor cursor = rows.open(rest, Rows.Direction.ASCENDING, Rows.Extent.OBJECT)) {
        if (!cursor.next()) {
          return found;
        }
        hash = KeyLayout.hash(cursor.key());
      }
      found++;
      if (hash == -1) {
        return found;
      }
      rest = rest.intersect(new KeyRange(from(keys.objectId(), hash + 1), rest.end()));
    }
    double place = (hash >= 0 ? hash : hash + HASHES) / HASHES;
    return Math.round((SAMPLE - 1) / place);
  }

  private static byte[] from(int objectId, long hash) {
    ByteWriter key = new ByteWriter(KeyLayout.COLLECTION_PREFIX_BYTES);
    key.writeInt(objectId);
    key.writeLong(hash);
    return key.toByteArray();
  }
}
