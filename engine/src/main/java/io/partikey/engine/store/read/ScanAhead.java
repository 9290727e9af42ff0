package io.partikey.engine.store.read;

import io.partikey.engine.backend.Continuation;
import io.partikey.engine.backend.MemoryLimit;
import io.partikey.engine.backend.Page;
import io.partikey.engine.backend.PageRequest;
import io.partikey.engine.backend.ScanRequest;
import io.partikey.engine.store.key.KeyRange;
import io.partikey.engine.store.partition.HashBuckets;
import io.partikey.engine.store.partition.Heat;
import io.partikey.engine.store.rocks.Rows;
import io.partikey.engine.store.rocks.Rows.Direction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one scan, in the order of the keys, with those that come next read ahead on other
 * threads.
 *
 * <p>The first page is read alone, so that a scan that ends with it costs nothing more. From the
 * second one on the rest is divided into segments, the partitions or parts of them, of which
 * several are read at the same time. Their pages wait in the order of the segments; no segment is
 * read further while {@link #MOST_BYTES} wait, but the first one by whoever asks for its next page.
 * So the order is that of a scan by one thread, memory is bounded, and a filter that drops most
 * items lets all threads run on. What is read ahead and never asked for is charged to nobody.
 *
 * <p>Asked by one thread at a time; closed by any.
 */
final class ScanAhead implements AutoCloseable {
  static final long MOST_BYTES = Math.min(4 << 20, MemoryLimit.PAGE.bytes());

  private static final int LEAST_SEGMENTS = 8;

  // Each holds the page that it reads, which one item may make much larger than others.
  private static final long HEAP_OF_A_READER = 128 << 20;
  private static final int MOST_READERS =
      (int)
          Math.min(
              Runtime.getRuntime().availableProcessors(),
              Runtime.getRuntime().maxMemory() / HEAP_OF_A_READER);

  private final Source source;
  private final Rows rows;
  private final Heat heat;
  private final ScanRequest scan;
  private final @Nullable Executor readers;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition read = lock.newCondition();
  // All below are guarded by the lock.
  private @Nullable Deque<ScanSegment> segments;
  private @Nullable Continuation expected;
  private long waitingBytes;
  private int reading;
  private volatile boolean closed;

  /**
   * A scan that begins with a request.
   *
   * @param readers read ahead; null if the rows are for one thread alone
   */
  ScanAhead(Source source, Rows rows, Heat heat, ScanRequest scan, @Nullable Executor readers) {
    this.source = source;
    this.rows = rows;
    this.heat = heat;
    this.scan = scan;
    this.readers = readers;
  }

  /** Whether a request asks for the page after the last one. */
  @SuppressWarnings("ReferenceEquality")
  boolean continues(ScanRequest request) {
    PageRequest page = request.page();
    return expected != null
        && page.continuation() == expected
        && page.limit() == scan.page().limit()
        && page.consistent() == scan.page().consistent()
        && page.filter() == scan.page().filter()
        && page.attributes() == scan.page().attributes()
        && request.withPage(scan.page()).equals(scan);
  }

  /** The page of a request, the first one or one that continues. */
  Page next(ScanRequest request) {
    ScanSegment.Read next = readers == null || expected == null ? alone(request.page()) : ahead();
    Page page = next.part().page(request.page(), source.target(), next.goesOn());
    next.heat().warm(source.keys().ofHashes(0, -1).start(), page.consumed().readUnits());
    expected = page.continuation().orElse(null);
    return page;
  }

  private ScanSegment.Read alone(PageRequest page) {
    ScanHeat scanHeat = new ScanHeat(heat, source.keys().objectId());
    KeyRange all = source.keys().ofHashes(0, -1);
    PagePart part = source.read(page, all, Direction.ASCENDING, rows, scanHeat);
    return new ScanSegment.Read(part, scanHeat, part.more());
  }

  private ScanSegment.Read ahead() {
    lock.lock();
    try {
      Deque<ScanSegment> rest = segments();
      while (true) {
        ScanSegment first = rest.getFirst();
        ScanSegment.@Nullable Read waiting = first.poll();
        if (waiting != null) {
          waitingBytes -= waiting.part().keptBytes();
          readOn(rest);
          return waiting.goingOn(rest.size() > 1 || waiting.part().more());
        }
        if (first.isExhausted()) {
          if (rest.size() == 1) {
            return new ScanSegment.Read(
                PagePart.EMPTY, new ScanHeat(heat, source.keys().objectId()), false);
          }
          rest.removeFirst();
        } else if (first.isReading()) {
          read.awaitUninterruptibly();
        } else {
          first.begin();
          readOn(rest);
          readHere(first);
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private Deque<ScanSegment> segments() {
    Deque<ScanSegment> known = segments;
    if (known == null) {
      KeyRange all = source.keys().ofHashes(0, -1);
      known = new ArrayDeque<>();
      KeyRange rest = source.rest(all, expected, Direction.ASCENDING);
      for (HashBuckets hashes : source.partitions().segments(LEAST_SEGMENTS)) {
        KeyRange range = source.keys().ofHashes(hashes.first(), hashes.last()).intersect(rest);
        if (!range.isEmpty()) {
          known.add(new ScanSegment(range));
        }
      }
      if (known.isEmpty()) {
        known.add(new ScanSegment(rest));
      }
      segments = known;
    }
    return known;
  }

  /** Lets readers go on with the segments that come next, as far as memory allows. */
  private void readOn(Deque<ScanSegment> rest) {
    for (ScanSegment segment : rest) {
      if (closed || reading >= MOST_READERS || waitingBytes >= MOST_BYTES) {
        return;
      }
      if (readers != null && segment.begin()) {
        reading++;
        try {
          readers.execute(() -> readThere(segment));
        } catch (RejectedExecutionException closing) {
          reading--;
          segment.end();
          return;
        }
      }
    }
  }

  private void readHere(ScanSegment segment) {
    lock.unlock();
    try {
      segment.read(source, rows, heat, scan.page());
    } finally {
      lock.lock();
      ended(segment);
    }
  }

  private void readThere(ScanSegment segment) {
    boolean goesOn = !closed;
    try {
      if (goesOn) {
        segment.read(source, rows, heat, scan.page());
      }
    } finally {
      lock.lock();
      try {
        reading--;
        ended(segment);
        Deque<ScanSegment> rest = segments;
        if (goesOn && rest != null) {
          readOn(rest);
        }
      } finally {
        lock.unlock();
      }
    }
  }

  private void ended(ScanSegment segment) {
    waitingBytes += segment.end();
    read.signalAll();
  }

  /** Ends reading ahead; what is being read is read to the end of its page. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      segments = null;
    } finally {
      lock.unlock();
    }
  }
}
