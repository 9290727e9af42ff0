package io.partikey.engine.store.write;

import io.partikey.engine.backend.WriteSetSize;
import io.partikey.engine.store.catalog.ObservedAttributes.Sighting;
import io.partikey.engine.store.partition.CountChanges;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What writes change: rows of the table and its indexes, counts, observations. Not thread-safe. */
public final class ChangeSet {
  /**
   * A row that is set or removed. The arrays are shared and must not be changed.
   *
   * @param key the key of the row
   * @param value its new value, null if the row is removed
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record RowChange(byte[] key, byte @Nullable [] value) {}

  private final List<RowChange> rows = new ArrayList<>();
  private long memoryBytes;
  private final CountChanges counts = new CountChanges();
  private final Map<CollectionCounter, Long> collectionBytes = new LinkedHashMap<>();
  private final Map<Integer, Set<Sighting>> sightings = new HashMap<>();

  /** Sets a row. */
  void put(byte[] key, byte[] value) {
    rows.add(new RowChange(key, value));
    memoryBytes += key.length + value.length + WriteSetSize.WRITE_BYTES;
  }

  /** Removes a row. */
  void delete(byte[] key) {
    rows.add(new RowChange(key, null));
    memoryBytes += key.length + WriteSetSize.WRITE_BYTES;
  }

  /** Adds to the bytes of an item collection by the key of its counter. */
  void addToCollection(byte[] counter, long bytes) {
    collectionBytes.merge(new CollectionCounter(counter), bytes, Long::sum);
  }

  /** What is added to item collections whose bytes are counted, by their counters. */
  Map<CollectionCounter, Long> collectionBytes() {
    return collectionBytes;
  }

  /** Keeps that an attribute was seen in a table. */
  void observe(int tableId, Sighting sighting) {
    sightings.computeIfAbsent(tableId, id -> new LinkedHashSet<>()).add(sighting);
  }

  /** Takes over what another one changes, after this one. */
  public void addAll(ChangeSet later) {
    rows.addAll(later.rows);
    memoryBytes += later.memoryBytes;
    counts.addAll(later.counts);
    later.collectionBytes.forEach((key, bytes) -> collectionBytes.merge(key, bytes, Long::sum));
    later.sightings.forEach(
        (table, seen) ->
            sightings.computeIfAbsent(table, id -> new LinkedHashSet<>()).addAll(seen));
  }

  /** The rows, in the order of the writes; a later change of a row hides an earlier one. */
  public List<RowChange> rows() {
    return rows;
  }

  /** About how many bytes of memory the changes take. */
  public long memoryBytes() {
    return memoryBytes;
  }

  /** What changes in the counts. */
  public CountChanges counts() {
    return counts;
  }

  /** What was seen, by the id of the table. */
  Map<Integer, Set<Sighting>> sightings() {
    return sightings;
  }

  /** Whether nothing changes. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }
}
