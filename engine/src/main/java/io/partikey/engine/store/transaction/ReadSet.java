package io.partikey.engine.store.transaction;

import io.partikey.engine.store.key.KeyRange;
import io.partikey.engine.store.rocks.RowCursor;
import io.partikey.engine.store.rocks.Rows;
import io.partikey.engine.store.rocks.Rows.Direction;
import io.partikey.engine.store.rocks.Rows.Extent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rows and ranges that a transaction read. Not thread-safe. */
final class ReadSet {
  private final NavigableSet<byte[]> keys = new TreeSet<>(Arrays::compareUnsigned);
  private final List<KeyRange> ranges = new ArrayList<>();

  /** A row was read, whether it was there or not. */
  void add(byte[] key) {
    keys.add(key);
  }

  /** All rows of a range were read. */
  void add(KeyRange range) {
    if (!range.isEmpty()) {
      ranges.add(range);
    }
  }

  NavigableSet<byte[]> keys() {
    return keys;
  }

  List<KeyRange> ranges() {
    return ranges;
  }

  /** Whether all that was read is the same in two states of the rows. */
  boolean isSame(Rows then, Rows now) {
    List<byte[]> all = List.copyOf(keys);
    List<byte @Nullable []> before = then.getAll(all);
    List<byte @Nullable []> after = now.getAll(all);
    for (int i = 0; i < all.size(); i++) {
      if (!Arrays.equals(before.get(i), after.get(i))) {
        return false;
      }
    }
    return ranges.stream().allMatch(range -> isSame(range, then, now));
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
