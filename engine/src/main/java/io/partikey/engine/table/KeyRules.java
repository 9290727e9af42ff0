package io.partikey.engine.table;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.DocumentPath;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.ItemKey;
import io.partikey.engine.item.ItemSize;
import io.partikey.engine.item.StringValue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the values of key attributes must be, for writes and for reads, with the service's messages.
 *
 * <p>A key attribute has the one type that its schema gives it and is not empty. All partition
 * attributes of a key have at most 2048 bytes, all its sort attributes 1024. The attributes of the
 * primary key must be there and never change; an item that lacks one of an index is not in it.
 */
public final class KeyRules {
  private static final String INVALID = "One or more parameter values were invalid: ";
  private static final String NOT_VALID = "One or more parameter values are not valid. ";

  private KeyRules() {}

  /**
   * The key of an item that is stored as a whole; checks it and the index keys.
   *
   * @throws EngineException with {@code KEY_MISSING} or {@code KEY_INVALID}
   */
  public static ItemKey checkPut(TableDescription table, Item item) {
    ItemKey key = keyOf(table, item);
    for (IndexDescription index : table.indexes()) {
      checkIndexKey(index, index.key().attributes(), item, false);
    }
    return key;
  }

  /**
   * The key of an item that is stored as a whole; checks it alone.
   *
   * @throws EngineException with {@code KEY_MISSING} or {@code KEY_INVALID}
   */
  public static ItemKey keyOf(TableDescription table, Item item) {
    ItemKey key =
        new ItemKey(
            present(table.partitionKey(), item),
            table.sortKey().map(sort -> present(sort, item)).orElse(null));
    checkKey(table, key);
    return key;
  }

  /**
   * Checks the index keys of an item that an update leaves behind. Attributes that the update did
   * not change are not checked: an index that was made after them passes them by.
   *
   * @throws EngineException with {@code KEY_INVALID}
   */
  public static void checkUpdated(TableDescription table, Item before, Item after) {
    for (IndexDescription index : table.indexes()) {
      List<KeyAttribute> changed =
          index.key().attributes().stream()
              .filter(a -> !Objects.equals(before.get(a.name()), after.get(a.name())))
              .toList();
      if (!changed.isEmpty()) {
        checkIndexKey(index, changed, after, true);
      }
    }
  }

  /**
   * Checks a key by which an item is read or written.
   *
   * @throws EngineException with {@code KEY_INVALID}
   */
  public static void checkKey(TableDescription table, ItemKey key) {
    if (table.sortKey().isPresent() != (key.sort() != null)) {
      throw new EngineException(
          ErrorCode.KEY_INVALID, "The provided key element does not match the schema");
    }
    checkKeyValue(table.partitionKey(), key.partition());
    checkPartitionSize(byteLength(key.partition()));
    @Nullable AttributeValue sort = key.sort();
    if (sort != null) {
      checkKeyValue(table.sortKey().orElseThrow(), sort);
      checkSortSize(byteLength(sort));
    }
  }

  /**
   * Checks a value that a partition attribute is looked up by.
   *
   * @throws EngineException with {@code KEY_INVALID}
   */
  public static void checkPartitionValue(KeyAttribute attribute, AttributeValue value) {
    requireKeyType(attribute, value);
    checkKeyValue(attribute, value);
    checkPartitionSize(byteLength(value));
  }

  /**
   * Checks a value that a sort attribute is compared with.
   *
   * @throws EngineException with {@code KEY_INVALID}
   */
  public static void checkSortValue(KeyAttribute attribute, AttributeValue value) {
    requireKeyType(attribute, value);
    checkKeyValue(attribute, value);
    checkSortSize(byteLength(value));
  }

  private static void requireKeyType(KeyAttribute attribute, AttributeValue value) {
    if (!value.type().isKeyType()) {
      throw invalid(
          "Key value must be of type S, N, or B. Key name: "
              + attribute.name()
              + ", Key type: "
              + value.type());
    }
  }

  /**
   * Checks that an update leaves the primary key alone and does not take an attribute of an index
   * key for a document.
   *
   * @throws EngineException with {@code KEY_INVALID} for the primary key, with {@code VALIDATION}
   *     for an index key
   */
  public static void checkTargets(TableDescription table, List<DocumentPath> targets) {
    for (DocumentPath target : targets) {
      if (table.key().contains(target.attribute())) {
        throw new EngineException(
            ErrorCode.KEY_INVALID,
            INVALID
                + "Cannot update attribute "
                + target.attribute()
                + ". This attribute is part of the key");
      }
      if (!target.steps().isEmpty() && isInIndexKey(table, target.attribute())) {
        throw new EngineException(
            ErrorCode.VALIDATION,
            "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
                + " allowed: IndexKey: "
                + target.attribute());
      }
    }
  }

  private static boolean isInIndexKey(TableDescription table, String attribute) {
    return table.indexes().stream().anyMatch(index -> index.key().contains(attribute));
  }

  private static AttributeValue present(KeyAttribute attribute, Item item) {
    @Nullable AttributeValue value = item.get(attribute.name());
    if (value == null) {
      throw new EngineException(
          ErrorCode.KEY_MISSING,
          "Key attribute should be present in the item: Key " + attribute.name());
    }
    return value;
  }

  private static void checkKeyValue(KeyAttribute attribute, AttributeValue value) {
    if (value.type() != attribute.type()) {
      throw invalid(
          "Key attribute's data type should match its data type in table's schema: Key "
              + attribute.name());
    }
    requireContent(attribute, value);
  }

  /**
   * Checks that a value which a key attribute is compared with is not empty.
   *
   * @throws EngineException with {@code KEY_INVALID}
   */
  public static void requireContent(KeyAttribute attribute, AttributeValue value) {
    Optional<String> empty = emptiness(value);
    if (empty.isPresent()) {
      throw invalid(NOT_VALID + empty.get() + " Key: " + attribute.name());
    }
  }

  private static void checkIndexKey(
      IndexDescription index, List<KeyAttribute> attributes, Item item, boolean updated) {
    for (KeyAttribute attribute : attributes) {
      @Nullable AttributeValue value = item.get(attribute.name());
      if (value != null) {
        checkIndexValue(index, attribute, value, updated);
      }
    }
    checkPartitionSize(byteLength(index.key().partition(), item));
    checkSortSize(byteLength(index.key().sort(), item));
  }

  private static void checkIndexValue(
      IndexDescription index, KeyAttribute attribute, AttributeValue value, boolean updated) {
    if (value.type() != attribute.type()) {
      throw invalid(
          INVALID
              + "Type mismatch for Index Key "
              + attribute.name()
              + " Expected: "
              + attribute.type()
              + " Actual: "
              + value.type()
              + " IndexName: "
              + index.name());
    }
    Optional<String> empty = emptiness(value);
    if (empty.isEmpty()) {
      return;
    }
    if (updated) {
      throw invalid(
          NOT_VALID
              + "The update expression attempted to update a secondary index key to a value that is"
              + " not supported. "
              + empty.get());
    }
    throw invalid(
        NOT_VALID
            + "A value specified for a secondary index key is not supported. "
            + empty.get()
            + " IndexName: "
            + index.name()
            + ", IndexKey: "
            + attribute.name());
  }

  private static void checkPartitionSize(int bytes) {
    if (bytes > ItemSize.MAX_PARTITION_KEY_BYTES) {
      throw invalid(INVALID + "Size of hashkey has exceeded the maximum size limit of2048 bytes");
    }
  }

  private static void checkSortSize(int bytes) {
    if (bytes > ItemSize.MAX_SORT_KEY_BYTES) {
      throw invalid(
          INVALID + "Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
    }
  }

  private static int byteLength(List<KeyAttribute> attributes, Item item) {
    return attributes.stream()
        .map(attribute -> Optional.ofNullable(item.get(attribute.name())))
        .flatMap(Optional::stream)
        .mapToInt(KeyRules::byteLength)
        .sum();
  }

  private static int byteLength(AttributeValue value) {
    return value.type().isKeyType() ? ItemSize.of(value) : 0;
  }

  private static Optional<String> emptiness(AttributeValue value) {
    boolean empty =
        (value instanceof StringValue string && string.text().isEmpty())
            || (value instanceof BinaryValue binary && binary.length() == 0);
    String kind = value.type() == AttributeType.S ? "string" : "binary";
    return empty
        ? Optional.of(
            "The AttributeValue for a key attribute cannot contain an empty " + kind + " value.")
        : Optional.empty();
  }

  private static EngineException invalid(String message) {
    return new EngineException(ErrorCode.KEY_INVALID, message);
  }
}
