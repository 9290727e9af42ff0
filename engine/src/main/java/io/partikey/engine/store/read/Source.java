package io.partikey.engine.store.read;

import io.partikey.engine.backend.Continuation;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.key.KeyRange;
import io.partikey.engine.store.partition.PartitionMap;
import io.partikey.engine.store.rocks.RowCursor;
import io.partikey.engine.store.rocks.Rows;
import io.partikey.engine.store.rocks.Rows.Direction;
import io.partikey.engine.store.rocks.Rows.Extent;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table or index to read from.
 *
 * @param target how it is charged
 * @param keys its keys
 * @param partitions how its hash space is divided
 * @param keyNames the attributes that say where a page ended
 */
record Source(String target, KeyLayout keys, PartitionMap partitions, Set<String> keyNames) {
  /**
   * Reads what a page has of a range.
   *
   * @param scanHeat told of each item of a scan; null for a query
   */
  PagePart read(
      PageRequest page,
      KeyRange range,
      Direction direction,
      Rows rows,
      @Nullable ScanHeat scanHeat) {
    KeyRange rest = rest(range, page.continuation(), direction);
    Extent extent = scanHeat == null ? Extent.COLLECTION : Extent.OBJECT;
    try (RowCursor cursor = rows.open(rest, direction, extent)) {
      return new PageReader(page, keyNames, scanHeat).read(cursor);
    }
  }

  /** The part of a range that a read goes on with after a page. */
  KeyRange rest(KeyRange range, @Nullable Continuation continuation, Direction direction) {
    if (continuation == null) {
      return range;
    }
    byte @Nullable [] last = keys.of(continuation.lastKey()::get);
    if (last == null) {
      throw new EngineException(
          ErrorCode.INVALID_ARGUMENT,
          "The continuation does not belong to a page of \""
              + target
              + "\". Begin again with the first page.");
    }
    return switch (direction) {
      case ASCENDING -> range.after(last);
      case DESCENDING -> range.before(last);
    };
  }
}
