package io.partikey.engine.store.write;

import io.partikey.engine.backend.CancellableWait;
import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.key.KeyRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/**
 * Striped locks over items and item collections, held from the check of a write to its commit.
 *
 * <p>An item's stripe is held by whoever writes it, or commits on what it read of it. A
 * collection's stripe is held shared by whoever adds, changes or removes one of its rows, and
 * exclusively by a transaction that commits on what it read of the collection as a whole, so that
 * nothing enters the collection between the check and the commit. Every table and index has stripes
 * of its own, so that nobody waits for who commits on what it read of another one.
 *
 * <p>Within each kind stripes are taken in the order of their objects and numbers, items before
 * collections, so that nobody waits in a circle. They are made when they are taken first; of an
 * object all together take about 100 kB.
 */
public final class Latches {
  private static final int ITEM_STRIPES = 1024;
  private static final int COLLECTION_STRIPES = 256;

  private final Map<Integer, ObjectStripes> objects = new ConcurrentHashMap<>();

  /** Stripes that are held until they are released, by the thread that took them. */
  public interface Held {
    /** Releases the stripes; called once. */
    void release();
  }

  /** The stripes of one table or index. */
  private static final class ObjectStripes {
    private final AtomicReferenceArray<@Nullable ReentrantLock> items =
        new AtomicReferenceArray<>(ITEM_STRIPES);
    private final AtomicReferenceArray<@Nullable ReentrantReadWriteLock> collections =
        new AtomicReferenceArray<>(COLLECTION_STRIPES);

    ReentrantLock item(int stripe) {
      @Nullable ReentrantLock lock = items.get(stripe);
      if (lock == null) {
        ReentrantLock made = new ReentrantLock();
        @Nullable ReentrantLock before = items.compareAndExchange(stripe, null, made);
        lock = before == null ? made : before;
      }
      return lock;
    }

    ReentrantReadWriteLock collection(int stripe) {
      @Nullable ReentrantReadWriteLock lock = collections.get(stripe);
      if (lock == null) {
        ReentrantReadWriteLock made = new ReentrantReadWriteLock();
        @Nullable ReentrantReadWriteLock before =
            collections.compareAndExchange(stripe, null, made);
        lock = before == null ? made : before;
      }
      return lock;
    }
  }

  private ObjectStripes of(int objectId) {
    @Nullable ObjectStripes stripes = objects.get(objectId);
    return stripes != null
        ? stripes
        : objects.computeIfAbsent(objectId, added -> new ObjectStripes());
  }

  /** Forgets the stripes of a table or index that was dropped. */
  public void forget(int objectId) {
    objects.remove(objectId);
  }

  /** Takes the stripe of one item by its row's key. Holds nothing when it is told to stop. */
  public Held item(byte[] key, Cancellation cancellation) {
    return new HeldLocks(List.of(of(KeyLayout.objectId(key)).item(itemStripe(key))))
        .take(cancellation);
  }

  /** Takes the stripes of items by their rows' keys. Holds nothing when it is told to stop. */
  public Held items(Collection<byte[]> keys, Cancellation cancellation) {
    NavigableMap<Integer, BitSet> stripes = new TreeMap<>();
    for (byte[] key : keys) {
      stripes(stripes, KeyLayout.objectId(key)).set(itemStripe(key));
    }
    List<Lock> locks = new ArrayList<>();
    stripes.forEach(
        (objectId, numbers) -> {
          ObjectStripes object = of(objectId);
          numbers.stream().forEach(stripe -> locks.add(object.item(stripe)));
        });
    return new HeldLocks(locks).take(cancellation);
  }

  /**
   * Takes the stripes of collections. Holds nothing when it is told to stop.
   *
   * @param changes the rows that will change, whose collections are shared
   * @param read the ranges that were read, whose collections are held exclusively
   */
  public Held collections(
      Collection<ChangeSet.RowChange> changes,
      Collection<KeyRange> read,
      Cancellation cancellation) {
    NavigableMap<Integer, BitSet> shared = new TreeMap<>();
    for (ChangeSet.RowChange change : changes) {
      stripes(shared, KeyLayout.objectId(change.key())).set(collectionStripe(change.key()));
    }
    NavigableMap<Integer, BitSet> exclusive = new TreeMap<>();
    for (KeyRange range : read) {
      addStripes(range, stripes(exclusive, KeyLayout.objectId(range.start())));
    }
    exclusive.keySet().forEach(objectId -> stripes(shared, objectId));
    List<Lock> locks = new ArrayList<>();
    shared.forEach(
        (objectId, numbers) -> {
          ObjectStripes object = of(objectId);
          BitSet alone = exclusive.getOrDefault(objectId, new BitSet());
          BitSet all = (BitSet) numbers.clone();
          all.or(alone);
          all.stream()
              .forEach(
                  stripe -> {
                    ReentrantReadWriteLock lock = object.collection(stripe);
                    locks.add(alone.get(stripe) ? lock.writeLock() : lock.readLock());
                  });
        });
    return new HeldLocks(locks).take(cancellation);
  }

  private static BitSet stripes(Map<Integer, BitSet> stripes, int objectId) {
    return stripes.computeIfAbsent(objectId, added -> new BitSet());
  }

  /** Locks in the order in which they are taken. Nothing is allocated once the first is held. */
  private static final class HeldLocks implements Held {
    private final List<Lock> locks;
    private int held;

    HeldLocks(List<Lock> locks) {
      this.locks = locks;
    }

    Held take(Cancellation cancellation) {
      boolean complete = false;
      try {
        while (held < locks.size()) {
          CancellableWait.lock(locks.get(held), cancellation);
          held++;
        }
        complete = true;
        return this;
      } finally {
        if (!complete) {
          release();
        }
      }
    }

    @Override
    public void release() {
      while (held > 0) {
        held--;
        locks.get(held).unlock();
      }
    }
  }

  private static void addStripes(KeyRange range, BitSet stripes) {
    int prefix = KeyLayout.COLLECTION_PREFIX_BYTES;
    KeyRange collection = KeyLayout.collectionOf(Arrays.copyOf(range.start(), prefix));
    boolean withinCollection =
        range.start().length >= prefix
            && Arrays.compareUnsigned(range.end(), collection.end()) <= 0;
    if (withinCollection) {
      stripes.set(collectionStripe(range.start()));
    } else {
      stripes.set(0, COLLECTION_STRIPES);
    }
  }

  private static int itemStripe(byte[] key) {
    return spread(Arrays.hashCode(key)) & (ITEM_STRIPES - 1);
  }

  private static int collectionStripe(byte[] key) {
    long hash = KeyLayout.hash(key);
    return spread(Long.hashCode(hash)) & (COLLECTION_STRIPES - 1);
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return (mixed >>> 16) ^ mixed;
  }
}
