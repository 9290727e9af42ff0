package io.partikey.engine.store.write;

import io.partikey.engine.store.key.KeyLayout;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * When rows of each table and index were last written, by a count of commits. A commit is counted
 * after it is in the database and before its stripes are released. So what was written after a
 * snapshot has a higher number than a moment that was taken before it, for whoever holds the
 * stripes; that something earlier may have one, too, costs a comparison. Thread-safe.
 */
public final class LastWrites {
  private final AtomicLong commits = new AtomicLong();
  private final Map<Integer, AtomicLong> objects = new ConcurrentHashMap<>();

  /** The moment before a snapshot that is taken next. */
  public long moment() {
    return commits.get();
  }

  /** Rows were written. */
  void wrote(Collection<ChangeSet.RowChange> rows) {
    long number = commits.incrementAndGet();
    int last = 0;
    for (ChangeSet.RowChange row : rows) {
      int objectId = KeyLayout.objectId(row.key());
      if (objectId != last) {
        of(objectId).accumulateAndGet(number, Math::max);
        last = objectId;
      }
    }
  }

  private AtomicLong of(int objectId) {
    @Nullable AtomicLong number = objects.get(objectId);
    return number != null ? number : objects.computeIfAbsent(objectId, added -> new AtomicLong());
  }

  /** Which of some tables and indexes may have been written after a moment. */
  public Set<Integer> since(long moment, Set<Integer> objectIds) {
    Set<Integer> written = new HashSet<>();
    for (int objectId : objectIds) {
      @Nullable AtomicLong number = objects.get(objectId);
      if (number != null && number.get() > moment) {
        written.add(objectId);
      }
    }
    return written;
  }

  /** Forgets a table or index that was dropped. */
  public void forget(int objectId) {
    objects.remove(objectId);
  }
}
