package io.partikey.engine.store.transaction;

import io.partikey.engine.backend.MemoryLimit;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.key.KeyRange;
import io.partikey.engine.store.partition.ObjectTotals;
import io.partikey.engine.store.rocks.RowCursor;
import io.partikey.engine.store.rocks.Rows;
import io.partikey.engine.store.rocks.Rows.Direction;
import io.partikey.engine.store.rocks.Rows.Extent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rows and ranges that a transaction read. Not thread-safe. */
final class ReadSet {
  // About what an entry takes in memory beside the bytes of its keys.
  private static final int ENTRY_BYTES = 80;

  private static final int READ_AT_ONCE = 100;

  private final NavigableSet<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
  private final List<KeyRange> ranges = new ArrayList<>();
  private final long limit = MemoryLimit.WRITE_SET.bytes();
  private long bytes;
  private final Set<Completeness> complete = new HashSet<>();

  /**
   * That an index had an entry for every item of its table.
   *
   * @param table the keys of the table
   * @param index the keys of the index
   */
  record Completeness(KeyLayout table, KeyLayout index) {
    /** How many items of the table have no entry. */
    long missing(Rows rows) {
      return ObjectTotals.of(rows.counters(table.all())).items()
          - ObjectTotals.of(rows.counters(index.all())).items();
    }
  }

  /**
   * A row was read, whether it was there or not.
   *
   * @throws EngineException with {@code LIMIT_EXCEEDED} if that is too much to remember
   */
  void add(byte[] key) {
    if (keys.add(key)) {
      count(key.length);
    }
  }

  /**
   * All rows of a range were read. One that goes on where the last one ended makes it longer, so
   * that of a range that is read page by page one remains.
   *
   * @throws EngineException with {@code LIMIT_EXCEEDED} if that is too much to remember
   */
  void add(KeyRange range) {
    if (range.isEmpty()) {
      return;
    }
    @Nullable KeyRange last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
    if (last != null && Arrays.equals(last.end(), range.start())) {
      ranges.set(ranges.size() - 1, new KeyRange(last.start(), range.end()));
    } else if (last != null && Arrays.equals(last.start(), range.end())) {
      ranges.set(ranges.size() - 1, new KeyRange(range.start(), last.end()));
    } else {
      ranges.add(range);
      count(range.start().length + range.end().length);
    }
  }

  private void count(int keyBytes) {
    bytes += ENTRY_BYTES + keyBytes;
    if (bytes > limit) {
      throw new EngineException(
          ErrorCode.LIMIT_EXCEEDED,
          "A transaction remembers which items it read until it is committed, and this one would"
              + " take more than the "
              + MemoryLimit.inWords(limit)
              + " of memory that it may have. Commit more often, read in auto-commit mode what need"
              + " not be part of it, or start Java with a higher limit: -D"
              + MemoryLimit.WRITE_SET.property()
              + "=MEGABYTES.");
    }
  }

  /** A plan took an index for its table. */
  void add(Completeness completeness) {
    complete.add(completeness);
  }

  NavigableSet<byte[]> keys() {
    return keys;
  }

  /** The ranges, those of indexes that were taken for their tables as a whole. */
  List<KeyRange> ranges() {
    if (complete.isEmpty()) {
      return ranges;
    }
    List<KeyRange> all = new ArrayList<>(ranges);
    complete.forEach(each -> all.add(each.index.all()));
    return all;
  }

  /** Whether all that was read is the same in two states of the rows. */
  boolean isSame(Rows then, Rows now) {
    List<byte[]> all = List.copyOf(keys);
    for (int from = 0; from < all.size(); ) {
      List<byte[]> some = all.subList(from, Math.min(all.size(), from + READ_AT_ONCE));
      List<byte @Nullable []> before = then.getPage(some);
      List<byte @Nullable []> after = now.getPage(some.subList(0, before.size()));
      for (int i = 0; i < after.size(); i++) {
        if (!Arrays.equals(before.get(i), after.get(i))) {
          return false;
        }
      }
      from += after.size();
    }
    return complete.stream().allMatch(each -> each.missing(then) == each.missing(now))
        && ranges.stream().allMatch(range -> isSame(range, then, now));
  }

  private static boolean isSame(KeyRange range, Rows then, Rows now) {
    try (RowCursor before = then.open(range, Direction.ASCENDING, Extent.OBJECT);
        RowCursor after = now.open(range, Direction.ASCENDING, Extent.OBJECT)) {
      while (before.next()) {
        boolean same =
            after.next()
                && Arrays.equals(before.key(), after.key())
                && Arrays.equals(before.value(), after.value());
        if (!same) {
          return false;
        }
      }
      return !after.next();
    }
  }
}
