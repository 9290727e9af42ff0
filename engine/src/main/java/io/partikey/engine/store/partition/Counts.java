package io.partikey.engine.store.partition;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.store.bytes.ByteReader;
import io.partikey.engine.store.key.KeyRange;
import io.partikey.engine.store.rocks.RowStore;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The counts of every table and index of a database. */
public final class Counts {
  private final Map<Integer, ObjectCounts> objects = new ConcurrentHashMap<>();

  /**
   * The counts of a table or index that was in the catalog.
   *
   * @throws EngineException with {@code TRANSACTION_CONFLICT} if it was dropped meanwhile
   */
  public ObjectCounts of(int objectId) {
    ObjectCounts counts = objects.get(objectId);
    if (counts == null) {
      throw droppedMeanwhile();
    }
    return counts;
  }

  /** What whoever still knows a table or index is told that was dropped. */
  public static EngineException droppedMeanwhile() {
    return new EngineException(
        ErrorCode.TRANSACTION_CONFLICT,
        "A table or index was dropped meanwhile; nothing was written. Try it again from its"
            + " beginning.");
  }

  /** The counts of a table or index, null if it was dropped. */
  public @Nullable ObjectCounts find(int objectId) {
    return objects.get(objectId);
  }

  /** Begins to count a new, empty table or index. */
  public void create(int objectId, PartitionMap map) {
    objects.put(objectId, new ObjectCounts(objectId, map));
  }

  /** Begins to count a table or index that is in the database. */
  public void load(int objectId, PartitionMap map, KeyRange all, RowStore store) {
    ObjectCounts counts = new ObjectCounts(objectId, map);
    for (RowStore.Counter counter : store.latest().counters(all)) {
      ByteReader key = new ByteReader(counter.key());
      key.readInt();
      PartitionCounts partition = counts.ofNumber(key.readInt());
      PartitionCounts.Change change = new PartitionCounts.Change();
      if (key.readByte() == PartitionCounts.ITEMS) {
        change.add(counter.sum(), 0);
      } else {
        change.add(0, counter.sum());
      }
      partition.apply(change);
    }
    objects.put(objectId, counts);
  }

  /** Counts a table or index as it is divided from now on. Called while nobody writes. */
  public void replace(int objectId, ObjectCounts divided) {
    objects.replace(objectId, divided);
  }

  /** Ends to count all but some tables and indexes. */
  public void retain(Set<Integer> objectIds) {
    objects.keySet().retainAll(objectIds);
  }

  /** Ends to count a table or index that is no more. */
  public void drop(int objectId) {
    objects.remove(objectId);
  }
}
