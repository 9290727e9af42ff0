package io.partikey.engine.store.write;

import io.partikey.engine.backend.CancellableWait;
import io.partikey.engine.backend.Cancellation;
import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.key.KeyRange;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Striped locks over items and item collections, held from the check of a write to its commit.
 *
 * <p>An item's stripe is held by whoever writes it, or commits on what it read of it. A
 * collection's stripe is held shared by whoever adds, changes or removes one of its rows, and
 * exclusively by a transaction that commits on what it read of the collection as a whole, so that
 * nothing enters the collection between the check and the commit. Within each kind stripes are
 * taken in the order of their numbers, items before collections, so that nobody waits in a circle.
 */
public final class Latches {
  private static final int ITEM_STRIPES = 1024;
  private static final int COLLECTION_STRIPES = 256;

  private final ReentrantLock[] items = new ReentrantLock[ITEM_STRIPES];
  private final ReentrantReadWriteLock[] collections =
      new ReentrantReadWriteLock[COLLECTION_STRIPES];

  public Latches() {
    Arrays.setAll(items, stripe -> new ReentrantLock());
    Arrays.setAll(collections, stripe -> new ReentrantReadWriteLock());
  }

  /** Stripes that are held until they are released, by the thread that took them. */
  public interface Held {
    /** Releases the stripes; called once. */
    void release();
  }

  /** Takes the stripe of one item by its row's key. Holds nothing when it is told to stop. */
  public Held item(byte[] key, Cancellation cancellation) {
    Lock lock = items[itemStripe(key)];
    CancellableWait.lock(lock, cancellation);
    return lock::unlock;
  }

  /** Takes the stripes of items by their rows' keys. Holds nothing when it is told to stop. */
  public Held items(Collection<byte[]> keys, Cancellation cancellation) {
    BitSet stripes = new BitSet(ITEM_STRIPES);
    keys.forEach(key -> stripes.set(itemStripe(key)));
    BitSet held = new BitSet(ITEM_STRIPES);
    Held release = () -> unlock(held);
    boolean complete = false;
    try {
      for (int stripe = stripes.nextSetBit(0);
          stripe >= 0;
          stripe = stripes.nextSetBit(stripe + 1)) {
        CancellableWait.lock(items[stripe], cancellation);
        held.set(stripe);
      }
      complete = true;
      return release;
    } finally {
      if (!complete) {
        release.release();
      }
    }
  }

  // Without a stream: what releases must not fail, even where there is no memory left.
  private void unlock(BitSet stripes) {
    for (int stripe = stripes.nextSetBit(0); stripe >= 0; stripe = stripes.nextSetBit(stripe + 1)) {
      items[stripe].unlock();
    }
  }

  /**
   * Takes the stripes of collections.
   *
   * @param changes the rows that will change, whose collections are shared
   * @param read the ranges that were read, whose collections are held exclusively
   */
  public Held collections(Collection<ChangeSet.RowChange> changes, Collection<KeyRange> read) {
    BitSet exclusive = new BitSet(COLLECTION_STRIPES);
    read.forEach(range -> addStripes(range, exclusive));
    BitSet all = (BitSet) exclusive.clone();
    changes.forEach(change -> all.set(collectionStripe(change.key())));
    all.stream().forEach(stripe -> lock(stripe, exclusive).lock());
    return () -> {
      for (int stripe = all.nextSetBit(0); stripe >= 0; stripe = all.nextSetBit(stripe + 1)) {
        lock(stripe, exclusive).unlock();
      }
    };
  }

  private Lock lock(int stripe, BitSet exclusive) {
    return exclusive.get(stripe) ? collections[stripe].writeLock() : collections[stripe].readLock();
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
