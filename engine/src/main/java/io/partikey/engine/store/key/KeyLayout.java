package io.partikey.engine.store.key;

import io.partikey.engine.backend.SortCondition;
import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.item.ItemSize;
import io.partikey.engine.store.bytes.ByteWriter;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one table or index: of its items, of what a query reads, of all. The package says how
 * they look.
 */
public final class KeyLayout {
  /** How many bytes of a key its item collection shares: the object's id and the hash. */
  public static final int COLLECTION_PREFIX_BYTES = Integer.BYTES + Long.BYTES;

  private final int objectId;
  private final KeySchema schema;
  private final @Nullable KeySchema tableSchema;

  private KeyLayout(int objectId, KeySchema schema, @Nullable KeySchema tableSchema) {
    this.objectId = objectId;
    this.schema = schema;
    this.tableSchema = tableSchema;
  }

  /** The keys of a table's items. */
  public static KeyLayout ofTable(int objectId, KeySchema schema) {
    return new KeyLayout(objectId, schema, null);
  }

  /** The keys of an index's entries, which end in the key of the table's item. */
  public static KeyLayout ofIndex(int objectId, KeySchema schema, KeySchema tableSchema) {
    return new KeyLayout(objectId, schema, tableSchema);
  }

  /** The id of the table or index, with which all its keys begin. */
  public int objectId() {
    return objectId;
  }

  /** The key of an item of a table; its values were checked against the schema. */
  public byte[] of(ItemKey key) {
    ByteWriter writer = collection(List.of(key.partition()));
    @Nullable AttributeValue sort = key.sort();
    if (sort != null) {
      KeyValueWriter.write(sort, writer);
    }
    return writer.toByteArray();
  }

  /**
   * The key of an item or index entry; null when the item has none here, because a key attribute is
   * missing, empty, too long or of another type.
   */
  public byte @Nullable [] of(AttributeLookup item) {
    @Nullable List<AttributeValue> partition =
        values(schema.partition(), item, ItemSize.MAX_PARTITION_KEY_BYTES);
    @Nullable List<AttributeValue> sort = values(schema.sort(), item, ItemSize.MAX_SORT_KEY_BYTES);
    if (partition == null || sort == null) {
      return null;
    }
    ByteWriter writer = collection(partition);
    sort.forEach(value -> KeyValueWriter.write(value, writer));
    if (tableSchema != null) {
      for (KeyAttribute attribute : tableSchema.attributes()) {
        @Nullable AttributeValue value = item.get(attribute.name());
        if (value == null) {
          return null;
        }
        KeyValueWriter.write(value, writer);
      }
    }
    return writer.toByteArray();
  }

  /**
   * The key of the counter of an item collection's bytes, of a table: apart from all rows and other
   * counters, because no object has an id with the highest bit.
   */
  public byte[] collectionCounter(AttributeValue partition) {
    byte[] key = collection(List.of(partition)).toByteArray();
    key[0] |= (byte) 0x80;
    return key;
  }

  /** The counters of all item collections. */
  public KeyRange collectionCounters() {
    return allOf(objectId | Integer.MIN_VALUE);
  }

  /** All keys. */
  public KeyRange all() {
    return allOf(objectId);
  }

  /** All keys of a table or index, also one that is no more. */
  public static KeyRange allOf(int objectId) {
    ByteWriter key = new ByteWriter(Integer.BYTES);
    key.writeInt(objectId);
    return KeyRange.ofPrefix(key.toByteArray());
  }

  /** All keys whose hashes are in a range, its first and last one included. */
  public KeyRange ofHashes(long first, long last) {
    return new KeyRange(hashPrefix(first), KeyRange.ofPrefix(hashPrefix(last)).end());
  }

  private byte[] hashPrefix(long hash) {
    ByteWriter key = new ByteWriter(COLLECTION_PREFIX_BYTES);
    key.writeInt(objectId);
    key.writeLong(hash);
    return key.toByteArray();
  }

  /**
   * The keys of the part of an item collection that a condition bounds.
   *
   * @throws EngineException with {@code KEY_INVALID} if values have not the types of the key
   */
  public KeyRange query(List<AttributeValue> partition, SortCondition condition) {
    requireTypes(schema.partition(), partition, schema.partition().size());
    requireTypes(schema.sort(), condition.equal(), condition.equal().size());
    ByteWriter writer = collection(partition);
    condition.equal().forEach(value -> KeyValueWriter.write(value, writer));
    byte[] base = writer.toByteArray();
    KeyRange range = KeyRange.ofPrefix(base);
    int next = condition.equal().size();
    if (condition.lower() != null) {
      SortCondition.Bound lower = condition.lower();
      KeyRange equal = equalTo(base, next, lower.value());
      range =
          range.intersect(
              new KeyRange(lower.inclusive() ? equal.start() : equal.end(), range.end()));
    }
    if (condition.upper() != null) {
      SortCondition.Bound upper = condition.upper();
      KeyRange equal = equalTo(base, next, upper.value());
      range =
          range.intersect(
              new KeyRange(range.start(), upper.inclusive() ? equal.end() : equal.start()));
    }
    if (condition.prefix() != null) {
      range = range.intersect(beginningWith(base, next, condition.prefix()));
    }
    return range;
  }

  /** The id of the table or index that a row's key, or one end of a range of rows, is of. */
  public static int objectId(byte[] key) {
    return (key[0] & 0xFF) << 24 | (key[1] & 0xFF) << 16 | (key[2] & 0xFF) << 8 | (key[3] & 0xFF);
  }

  /** The hash in a key. */
  public static long hash(byte[] key) {
    long hash = 0;
    for (int i = Integer.BYTES; i < COLLECTION_PREFIX_BYTES; i++) {
      hash = (hash << Byte.SIZE) | (key[i] & 0xFF);
    }
    return hash;
  }

  /** The keys that share a key's object and hash: its item collection, seldom another one too. */
  public static KeyRange collectionOf(byte[] key) {
    return KeyRange.ofPrefix(Arrays.copyOf(key, COLLECTION_PREFIX_BYTES));
  }

  private ByteWriter collection(List<AttributeValue> partition) {
    ByteWriter values = new ByteWriter();
    partition.forEach(value -> KeyValueWriter.write(value, values));
    byte[] encoded = values.toByteArray();
    ByteWriter key = new ByteWriter(COLLECTION_PREFIX_BYTES + encoded.length + 64);
    key.writeInt(objectId);
    key.writeLong(CollectionHash.of(encoded));
    key.writeBytes(encoded);
    return key;
  }

  private KeyRange equalTo(byte[] base, int sortAttribute, AttributeValue value) {
    requireType(sortAttribute, value);
    ByteWriter key = new ByteWriter(base.length + 64);
    key.writeBytes(base);
    KeyValueWriter.write(value, key);
    return KeyRange.ofPrefix(key.toByteArray());
  }

  private KeyRange beginningWith(byte[] base, int sortAttribute, AttributeValue prefix) {
    requireType(sortAttribute, prefix);
    if (prefix.type() == AttributeType.N) {
      throw invalid(schema.sort().get(sortAttribute).name());
    }
    ByteWriter key = new ByteWriter(base.length + 64);
    key.writeBytes(base);
    KeyValueWriter.writePrefix(prefix, key);
    return KeyRange.ofPrefix(key.toByteArray());
  }

  private void requireType(int sortAttribute, AttributeValue value) {
    if (sortAttribute >= schema.sort().size()) {
      throw new EngineException(
          ErrorCode.KEY_INVALID, "The provided key element does not match the schema");
    }
    KeyAttribute attribute = schema.sort().get(sortAttribute);
    if (value.type() != attribute.type()) {
      throw invalid(attribute.name());
    }
  }

  private static void requireTypes(
      List<KeyAttribute> attributes, List<AttributeValue> values, int count) {
    if (values.size() != count || count > attributes.size()) {
      throw new EngineException(
          ErrorCode.KEY_INVALID, "The provided key element does not match the schema");
    }
    for (int i = 0; i < count; i++) {
      if (values.get(i).type() != attributes.get(i).type()) {
        throw invalid(attributes.get(i).name());
      }
    }
  }

  private static @Nullable List<AttributeValue> values(
      List<KeyAttribute> attributes, AttributeLookup item, int maxBytes) {
    List<AttributeValue> values = new ArrayList<>(attributes.size());
    int bytes = 0;
    for (KeyAttribute attribute : attributes) {
      @Nullable AttributeValue value = item.get(attribute.name());
      if (value == null || value.type() != attribute.type()) {
        return null;
      }
      int size = ItemSize.of(value);
      bytes += size;
      if (size == 0 || bytes > maxBytes) {
        return null;
      }
      values.add(value);
    }
    return values;
  }

  private static EngineException invalid(String attribute) {
    return new EngineException(
        ErrorCode.KEY_INVALID,
        "Key attribute's data type should match its data type in table's schema: Key " + attribute);
  }
}
