package io.partikey.engine.store.read;

import io.partikey.engine.store.key.KeyLayout;
import io.partikey.engine.store.partition.Heat;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a page of a scan warms: the units of the page go to the partitions that it came by, by the
 * bytes read in each. Not thread-safe.
 */
final class ScanHeat {
  private record Stretch(long firstHash, long bytes) {}

  private final Heat heat;
  private final int objectId;
  private final List<Stretch> stretches = new ArrayList<>();
  private int partition = -1;
  private long firstHash;
  private long bytes;
  private long total;

  ScanHeat(Heat heat, int objectId) {
    this.heat = heat;
    this.objectId = objectId;
  }

  /** An item was read. */
  void add(byte[] key, int size) {
    long hash = KeyLayout.hash(key);
    int now = heat.partitionOf(objectId, hash);
    if (now != partition) {
      end();
      partition = now;
      firstHash = hash;
    }
    bytes += size;
    total += size;
  }

  private void end() {
    if (bytes > 0) {
      stretches.add(new Stretch(firstHash, bytes));
      bytes = 0;
    }
  }

  /** The page cost so much; one that read nothing warms where it looked, behind a key. */
  void warm(byte[] start, double units) {
    end();
    if (stretches.isEmpty() && start.length >= KeyLayout.COLLECTION_PREFIX_BYTES) {
      heat.addScanned(objectId, KeyLayout.hash(start), units);
    }
    for (Stretch stretch : stretches) {
      heat.addScanned(objectId, stretch.firstHash, units * stretch.bytes / total);
    }
  }
}
