package io.partikey.engine.store.row;

import io.partikey.engine.backend.AttributeSelection;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemSize;
import io.partikey.engine.store.bytes.ByteReader;
import io.partikey.engine.store.bytes.ByteWriter;
import io.partikey.engine.store.key.AttributeLookup;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An item as it is stored: bytes of which single attributes are decoded when they are asked for.
 * Immutable; the layout is drawn in the package.
 */
public final class StoredItem implements AttributeLookup {
  private static final int FORMAT = 1;

  private final byte[] bytes;
  private final int size;
  private final int firstAttribute;

  private StoredItem(byte[] bytes, int size, int firstAttribute) {
    this.bytes = bytes;
    this.size = size;
    this.firstAttribute = firstAttribute;
  }

  /**
   * The item that stored bytes are; takes the array over.
   *
   * @throws io.partikey.engine.error.EngineException with {@code CORRUPT} if they are none, as do
   *     all methods when they come to bytes that make no sense
   */
  public static StoredItem of(byte[] bytes) {
    ByteReader row = new ByteReader(bytes);
    int format = row.readByte();
    if (format != FORMAT) {
      throw ByteReader.corrupt("an item has the unknown format " + format);
    }
    long size = row.readVarint();
    if (size < 0 || size > Integer.MAX_VALUE) {
      throw ByteReader.corrupt("an item has a size of " + size);
    }
    return new StoredItem(bytes, (int) size, row.position());
  }

  /** The bytes of an item. */
  public static byte[] encode(Item item) {
    return encode(item, ItemSize.of(item));
  }

  /** The bytes of an item of which the size is known. */
  public static byte[] encode(Item item, int size) {
    ByteWriter row = new ByteWriter(size + 64);
    row.writeByte(FORMAT);
    row.writeVarint(size);
    ValueWriter.writeAttributes(item.attributes(), row);
    return row.toByteArray();
  }

  /** The item's bytes by DynamoDB's arithmetic; nothing is decoded for it. */
  public int size() {
    return size;
  }

  @Override
  public @Nullable AttributeValue get(String name) {
    ByteReader row = attributes();
    while (row.hasMore()) {
      boolean found = row.readTextEquals(name);
      ValueTag tag = ValueTag.at(row.readByte());
      int length = row.readLength();
      if (found) {
        return ValueReader.readContent(tag, row.slice(length));
      }
      row.skip(length);
    }
    return null;
  }

  /** The whole item. */
  public Item toItem() {
    return new Item(ValueReader.attributes(attributes()));
  }

  /** The item with those of its attributes that are selected. */
  public Item select(AttributeSelection selection) {
    if (selection.all()) {
      return toItem();
    }
    Map<String, AttributeValue> selected = new LinkedHashMap<>();
    ByteReader row = attributes();
    while (row.hasMore()) {
      String name = row.readText();
      ValueTag tag = ValueTag.at(row.readByte());
      ByteReader content = row.slice(row.readLength());
      if (selection.names().contains(name)) {
        selected.put(name, ValueReader.readContent(tag, content));
      }
    }
    return new Item(selected);
  }

  private ByteReader attributes() {
    return new ByteReader(bytes, firstAttribute, bytes.length);
  }
}
