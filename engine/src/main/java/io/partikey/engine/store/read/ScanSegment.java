package io.partikey.engine.store.read;

import io.partikey.engine.backend.Continuation;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.item.Item;
import io.partikey.engine.store.key.KeyRange;
import io.partikey.engine.store.partition.Heat;
import io.partikey.engine.store.rocks.Rows;
import io.partikey.engine.store.rocks.Rows.Direction;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A part of a scan's range that is read page by page, by one thread at a time. Its state changes
 * under the lock of the scan, but {@link #read}, which its one reader calls without.
 */
final class ScanSegment {
  private final Deque<Read> pages = new ArrayDeque<>();
  private KeyRange rest;
  private boolean reading;
  private boolean exhausted;
  private boolean nothingLeft;
  private @Nullable RuntimeException failure;
  private @Nullable Read found;

  /**
   * What was read.
   *
   * @param heat what it warms when it is charged
   * @param goesOn whether the scan may go on behind it
   */
  record Read(PagePart part, ScanHeat heat, boolean goesOn) {
    Read goingOn(boolean more) {
      return new Read(part, heat, more);
    }
  }

  ScanSegment(KeyRange range) {
    this.rest = range;
    this.nothingLeft = range.isEmpty();
    this.exhausted = nothingLeft;
  }

  /** The next page that waits, null if none does; raises what kept it from being read. */
  @Nullable Read poll() {
    @Nullable Read next = pages.poll();
    if (next == null && failure != null) {
      throw failure;
    }
    return next;
  }

  boolean isExhausted() {
    return exhausted;
  }

  boolean isReading() {
    return reading;
  }

  /** Whether the caller is to read the next page now. */
  boolean begin() {
    if (reading || exhausted || failure != null) {
      return false;
    }
    reading = true;
    return true;
  }

  /** The page that was begun is read; the answer is the bytes that wait with it. */
  long end() {
    reading = false;
    exhausted = nothingLeft;
    @Nullable Read page = found;
    found = null;
    if (page == null) {
      return 0;
    }
    pages.add(page);
    return page.part.keptBytes();
  }

  /** Reads the next page; a failure is kept for who asks for the page. */
  void read(Source source, Rows rows, Heat heat, PageRequest page) {
    try {
      ScanHeat scanHeat = new ScanHeat(heat, source.keys().objectId());
      PagePart part = source.read(page.after(null), rest, Direction.ASCENDING, rows, scanHeat);
      @Nullable Item last = part.lastKey();
      if (last != null) {
        found = new Read(part, scanHeat, part.more());
        rest = source.rest(rest, new Continuation(last, 0), Direction.ASCENDING);
      }
      nothingLeft = !part.more();
    } catch (RuntimeException failed) {
      failure = failed;
    }
  }
}
