package io.partikey.engine.store.catalog;

import io.partikey.engine.item.AttributeType;
import io.partikey.engine.store.bytes.ByteReader;
import io.partikey.engine.store.bytes.ByteWriter;
import io.partikey.engine.store.partition.PartitionMap;
import io.partikey.engine.store.partition.PartitionMap.Partition;
import io.partikey.engine.table.DeclaredColumn;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.IndexDescription.IndexKind;
import io.partikey.engine.table.IndexDescription.IndexState;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.Projection;
import io.partikey.engine.table.TableDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * The record of a table.
 *
 * <pre>
 * table:      [format 1][id 4][name] key [columns]* [has ttl 1]([ttl]) [initial partitions] map [index]*
 * index:      [id 4][name][kind] key [projection kind][included names]* [state] map
 * key:        [attribute]* [attribute]*          partition and sort attributes
 * attribute:  [name][type]                       a column looks the same
 * map:        ([number 4][first hash 8])*
 * </pre>
 *
 * <p>A star is preceded by a count, a varint. Names and enumerated values are texts after their
 * length.
 */
final class TableRecord {
  private static final int FORMAT = 1;

  private TableRecord() {}

  static byte[] write(StoredTable table) {
    TableDescription description = table.description();
    ByteWriter out = new ByteWriter();
    out.writeByte(FORMAT);
    out.writeInt(table.id());
    out.writeText(description.name());
    writeKey(description.key(), out);
    writeList(
        description.declaredColumns(),
        out,
        (column, to) -> {
          to.writeText(column.name());
          to.writeText(column.type().name());
        });
    out.writeByte(description.timeToLive().isPresent() ? 1 : 0);
    description.timeToLive().ifPresent(out::writeText);
    out.writeVarint(description.initialPartitions());
    writeMap(table.partitions(), out);
    writeList(table.indexes(), out, TableRecord::writeIndex);
    return out.toByteArray();
  }

  static StoredTable read(byte[] record) {
    ByteReader in = new ByteReader(record);
    int format = in.readByte();
    if (format != FORMAT) {
      throw ByteReader.corrupt("a table's definition has the unknown format " + format);
    }
    int id = in.readInt();
    String name = in.readText();
    KeySchema key = readKey(in);
    List<DeclaredColumn> columns =
        readList(in, from -> new DeclaredColumn(from.readText(), readType(from)));
    Optional<String> timeToLive =
        in.readByte() == 1 ? Optional.of(in.readText()) : Optional.empty();
    int initialPartitions = (int) in.readVarint();
    PartitionMap partitions = readMap(in);
    List<StoredIndex> indexes = readList(in, from -> readIndex(from, key));
    TableDescription description =
        new TableDescription(name, key, List.of(), columns, timeToLive, initialPartitions);
    return new StoredTable(id, description, partitions, indexes);
  }

  private static void writeIndex(StoredIndex index, ByteWriter out) {
    IndexDescription description = index.description();
    out.writeInt(index.keys().objectId());
    out.writeText(description.name());
    out.writeText(description.kind().name());
    writeKey(description.key(), out);
    out.writeText(description.projection().kind().name());
    writeList(description.projection().included(), out, (name, to) -> to.writeText(name));
    out.writeText(description.state().name());
    writeMap(index.partitions(), out);
  }

  private static StoredIndex readIndex(ByteReader in, KeySchema tableKey) {
    int id = in.readInt();
    String name = in.readText();
    IndexKind kind = readEnum(in, IndexKind.class);
    KeySchema key = readKey(in);
    Projection.Kind projectionKind = readEnum(in, Projection.Kind.class);
    Projection projection = new Projection(projectionKind, readList(in, ByteReader::readText));
    IndexState state = readEnum(in, IndexState.class);
    double progress = state == IndexState.ACTIVE ? 1 : 0;
    return new StoredIndex(
        id,
        new IndexDescription(name, kind, key, projection, state, progress),
        readMap(in),
        tableKey);
  }

  private static void writeKey(KeySchema key, ByteWriter out) {
    writeList(key.partition(), out, TableRecord::writeKeyAttribute);
    writeList(key.sort(), out, TableRecord::writeKeyAttribute);
  }

  private static KeySchema readKey(ByteReader in) {
    return new KeySchema(
        readList(in, TableRecord::readKeyAttribute), readList(in, TableRecord::readKeyAttribute));
  }

  private static void writeKeyAttribute(KeyAttribute attribute, ByteWriter out) {
    out.writeText(attribute.name());
    out.writeText(attribute.type().name());
  }

  private static KeyAttribute readKeyAttribute(ByteReader in) {
    return new KeyAttribute(in.readText(), readType(in));
  }

  private static void writeMap(PartitionMap map, ByteWriter out) {
    writeList(
        map.partitions(),
        out,
        (partition, to) -> {
          to.writeInt(partition.number());
          to.writeLong(partition.firstHash());
        });
  }

  private static PartitionMap readMap(ByteReader in) {
    return new PartitionMap(readList(in, from -> new Partition(from.readInt(), from.readLong())));
  }

  private static AttributeType readType(ByteReader in) {
    return readEnum(in, AttributeType.class);
  }

  private static <E extends Enum<E>> E readEnum(ByteReader in, Class<E> values) {
    String name = in.readText();
    try {
      return Enum.valueOf(values, name);
    } catch (IllegalArgumentException unknown) {
      throw ByteReader.corrupt("a definition has the unknown word \"" + name + "\"");
    }
  }

  private static <T> void writeList(
      List<T> elements, ByteWriter out, BiConsumer<T, ByteWriter> element) {
    out.writeVarint(elements.size());
    elements.forEach(each -> element.accept(each, out));
  }

  private static <T> List<T> readList(ByteReader in, Function<ByteReader, T> element) {
    int count = in.readLength();
    List<T> elements = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      elements.add(element.apply(in));
    }
    return elements;
  }
}
