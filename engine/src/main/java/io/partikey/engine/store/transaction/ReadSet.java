package io.partikey.engine.store.transaction;

import io.partikey.engine.backend.Cancellation;
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
  // From so many rows on others are not to wait while they are compared.
  private static final int LARGE = 256;
  private static final int READ_AT_ONCE = 100;

  private final NavigableSet<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
  private final List<KeyRange> ranges = new ArrayList<>();
  private final long limit = MemoryLimit.WRITE_SET.bytes();
  private long bytes;
  private long rows;
  private final Set<Integer> objects = new HashSet<>();
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
      rows++;
      objects.add(KeyLayout.objectId(key));
      count(key.length);
    }
  }

  /**
   * All rows of a range were read. One that goes on where the last one ended makes it longer, so
   * that of a range that is read page by page one remains.
   *
   * @param rowsThere how many rows were there
   * @throws EngineException with {@code LIMIT_EXCEEDED} if that is too much to remember
   */
  void add(KeyRange range, long rowsThere) {
    if (range.isEmpty()) {
      return;
    }
    rows += rowsThere;
    int object = KeyLayout.objectId(range.start());
    objects.add(object);
    @Nullable KeyRange last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
    // Two tables may lie side by side, too, but each has its own stripes.
    if (last != null && KeyLayout.objectId(last.start()) != object) {
      last = null;
    }
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
    objects.add(completeness.table.objectId());
    objects.add(completeness.index.objectId());
  }

  /** The ids of the tables and indexes that were read. */
  Set<Integer> objects() {
    return objects;
  }

  /** Whether so much was read that comparing it takes its time. */
  boolean isLarge() {
    return rows > LARGE;
  }

  NavigableSet<byte[]> keys() {
    return keys;
  }

  /** The ranges, and as a whole the indexes that were taken for their tables, and these. */
  List<KeyRange> ranges() {
    if (complete.isEmpty()) {
      return ranges;
    }
    List<KeyRange> all = new ArrayList<>(ranges);
    for (Completeness each : complete) {
      all.add(each.table.all());
      all.add(each.index.all());
    }
    return all;
  }

  /**
   * Whether all that was read of some tables and indexes is the same in two states of the rows.
   *
   * @param cancellation asked for each row
   */
  boolean isSame(Rows then, Rows now, Set<Integer> written, Cancellation cancellation) {
    if (written.isEmpty()) {
      return true;
    }
    return areSame(written, then, now, cancellation)
        && complete.stream()
            .filter(
                each ->
                    written.contains(each.table.objectId())
                        || written.contains(each.index.objectId()))
            .allMatch(each -> each.missing(then) == each.missing(now))
        && ranges.stream()
            .filter(range -> written.contains(KeyLayout.objectId(range.start())))
            .allMatch(range -> isSame(range, then, now, cancellation));
  }

  private boolean areSame(Set<Integer> written, Rows then, Rows now, Cancellation cancellation) {
    List<byte[]> all =
        keys.stream().filter(key -> written.contains(KeyLayout.objectId(key))).toList();
    for (int from = 0; from < all.size(); ) {
      cancellation.check();
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
    return true;
  }

  private static boolean isSame(KeyRange range, Rows then, Rows now, Cancellation cancellation) {
    try (RowCursor before = then.open(range, Direction.ASCENDING, Extent.OBJECT);
        RowCursor after = now.open(range, Direction.ASCENDING, Extent.OBJECT)) {
      while (before.next()) {
        cancellation.check();
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
