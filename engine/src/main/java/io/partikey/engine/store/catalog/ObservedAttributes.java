package io.partikey.engine.store.catalog;

import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.MemorySize;
import io.partikey.engine.store.bytes.ByteReader;
import io.partikey.engine.store.bytes.ByteWriter;
import io.partikey.engine.store.bytes.Utf8;
import io.partikey.engine.store.key.KeyRange;
import io.partikey.engine.store.rocks.RowBatch;
import io.partikey.engine.store.rocks.RowStore;
import io.partikey.engine.table.ObservedAttribute;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The attributes that were seen in one table's items: names in the order first seen, each with its
 * types. Names beyond {@link #MOST_NAMES}, and those that do not fit into {@link #MOST_BYTES} any
 * more, are not kept, only that there were such. Thread-safe.
 *
 * <p>A write brings what is new in its own batch. Two writers may bring the same: they write the
 * same record. An attribute counts as seen when its batch is committed, not before, so that a
 * failed batch does not hide it from the next one.
 */
public final class ObservedAttributes {
  /** Most names that are kept. */
  public static final int MOST_NAMES = 400;

  /**
   * Most bytes of memory that the names take that are kept: room for 400 of 500 letters each, while
   * one name may have 64 KB.
   */
  public static final int MOST_BYTES = 256 << 10;

  private static final int PREFIX = 0x03;

  // No attribute has the empty name, so it can stand for the names that are not kept.
  private static final String OVERFLOW = "";

  /** A name and a type that were seen together. */
  public record Sighting(String name, AttributeType type) {}

  private final int tableId;
  private final Map<String, Integer> places = new ConcurrentHashMap<>();
  private final Map<String, Set<AttributeType>> types = new ConcurrentHashMap<>();
  private final AtomicInteger nextPlace = new AtomicInteger();
  private volatile long bytes;
  private volatile boolean overflowed;

  /** The attributes of a new table: none. */
  public ObservedAttributes(int tableId) {
    this.tableId = tableId;
  }

  /** The attributes that the records of a table name. */
  public static ObservedAttributes load(int tableId, RowStore store) {
    ObservedAttributes attributes = new ObservedAttributes(tableId);
    for (RowStore.KeyAndValue row : store.records(records(tableId))) {
      ByteReader key = new ByteReader(row.key());
      key.skip(1 + Integer.BYTES);
      String name = key.readText();
      if (name.equals(OVERFLOW)) {
        attributes.overflowed = true;
      } else {
        int place = (int) new ByteReader(row.value()).readVarint();
        attributes.keep(name, place);
        attributes.nextPlace.accumulateAndGet(place + 1, Math::max);
        attributes.see(name, AttributeType.valueOf(key.readRestAsText()));
      }
    }
    return attributes;
  }

  /** The records of a table's attributes. */
  public static KeyRange records(int tableId) {
    return KeyRange.ofPrefix(keyPrefix(tableId).toByteArray());
  }

  /** Whether a name was not seen with a type, and it would be kept or is the first that is not. */
  public boolean isNew(String name, AttributeType type) {
    @Nullable Set<AttributeType> seen = types.get(name);
    if (seen != null) {
      return !seen.contains(type);
    }
    return !overflowed || places.containsKey(name) || hasRoom(name);
  }

  private boolean hasRoom(String name) {
    return places.size() < MOST_NAMES && bytes + memoryBytes(name) <= MOST_BYTES;
  }

  // It stands in both maps.
  private static long memoryBytes(String name) {
    return 2L * MemorySize.ENTRY + MemorySize.of(name);
  }

  /** Makes a batch keep sightings; the answer is to be run when the batch is committed. */
  public Runnable write(Collection<Sighting> sightings, RowBatch batch) {
    List<Runnable> afterwards = new ArrayList<>();
    for (Sighting sighting : sightings) {
      @Nullable Integer place = place(sighting.name());
      if (place != null) {
        batch.putRecord(key(sighting.name(), sighting.type().name()), place(place));
        afterwards.add(() -> see(sighting.name(), sighting.type()));
      } else {
        batch.putRecord(key(OVERFLOW, OVERFLOW), place(0));
        afterwards.add(() -> overflowed = true);
      }
    }
    return () -> afterwards.forEach(Runnable::run);
  }

  // One at a time, so that no two take the last place.
  private synchronized @Nullable Integer place(String name) {
    @Nullable Integer place = places.get(name);
    if (place == null && hasRoom(name)) {
      place = nextPlace.getAndIncrement();
      keep(name, place);
    }
    return place;
  }

  private synchronized void keep(String name, int place) {
    if (places.put(name, place) == null) {
      bytes += memoryBytes(name);
    }
  }

  /** Every attribute seen, in the order first seen. */
  public List<ObservedAttribute> list() {
    return types.keySet().stream()
        .sorted(Comparator.comparing(places::get))
        .map(name -> new ObservedAttribute(name, types.getOrDefault(name, Set.of())))
        .toList();
  }

  /** The types that an attribute was seen with, none if it was not. */
  public Set<AttributeType> types(String name) {
    return types.getOrDefault(name, Set.of());
  }

  /** Whether there were names that are not kept. */
  public boolean overflowed() {
    return overflowed;
  }

  private void see(String name, AttributeType type) {
    types.merge(
        name,
        Set.of(type),
        (before, added) -> {
          EnumSet<AttributeType> both = EnumSet.copyOf(before);
          both.addAll(added);
          return Set.copyOf(both);
        });
  }

  private byte[] key(String name, String type) {
    ByteWriter key = keyPrefix(tableId);
    key.writeText(name);
    key.writeBytes(Utf8.encode(type));
    return key.toByteArray();
  }

  private static ByteWriter keyPrefix(int tableId) {
    ByteWriter key = new ByteWriter();
    key.writeByte(PREFIX);
    key.writeInt(tableId);
    return key;
  }

  private static byte[] place(int place) {
    ByteWriter value = new ByteWriter(Integer.BYTES);
    value.writeVarint(place);
    return value.toByteArray();
  }
}
