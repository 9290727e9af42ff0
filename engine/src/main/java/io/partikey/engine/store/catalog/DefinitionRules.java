package io.partikey.engine.store.catalog;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.IndexDescription.IndexKind;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.TableDescription;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What definitions must keep to be stored. */
final class DefinitionRules {
  private static final int MOST_PARTITIONS = 1024;

  private DefinitionRules() {}

  /**
   * Checks a table with its indexes.
   *
   * @throws EngineException with {@code VALIDATION} or {@code DUPLICATE_INDEX}
   */
  static void check(TableDescription table) {
    if (table.name().isEmpty()) {
      throw invalid("A table needs a name. Write one after CREATE TABLE.");
    }
    if (table.initialPartitions() < 1 || table.initialPartitions() > MOST_PARTITIONS) {
      throw invalid(
          "Table \""
              + table.name()
              + "\" cannot have "
              + table.initialPartitions()
              + " partitions. Choose from 1 to "
              + MOST_PARTITIONS
              + ".");
    }
    Set<String> names = new HashSet<>();
    for (IndexDescription index : table.indexes()) {
      if (!names.add(index.name())) {
        throw duplicate(table.name(), index.name());
      }
      checkKey(table, index);
    }
    checkTypes(table);
  }

  /** The error for an index whose name another one of the table has. */
  static EngineException duplicate(String table, String index) {
    return new EngineException(
        ErrorCode.DUPLICATE_INDEX,
        "Table \"" + table + "\" has an index \"" + index + "\" already. Choose another name.");
  }

  private static void checkKey(TableDescription table, IndexDescription index) {
    KeySchema key = index.key();
    if (index.name().isEmpty()) {
      throw invalid("An index needs a name. Write one after INDEX.");
    }
    if (key.partition().size() > KeySchema.MAX_ATTRIBUTES_PER_SIDE
        || key.sort().size() > KeySchema.MAX_ATTRIBUTES_PER_SIDE) {
      throw invalid(
          "Index \""
              + index.name()
              + "\" has too many key attributes. Name at most four on each side.");
    }
    long distinct = key.attributes().stream().map(KeyAttribute::name).distinct().count();
    if (distinct < key.attributes().size()) {
      throw invalid(
          "Index \"" + index.name() + "\" names a key attribute twice. Name each one once.");
    }
    boolean badLocal =
        index.kind() == IndexKind.LOCAL
            && (!key.partition().equals(table.key().partition())
                || key.sort().size() != 1
                || table.sortKey().isEmpty());
    if (badLocal) {
      throw invalid(
          "Local index \""
              + index.name()
              + "\" must have the partition key of its table, a table with a sort key, and one sort"
              + " attribute of its own. Use a global index instead.");
    }
  }

  private static void checkTypes(TableDescription table) {
    Map<String, KeyAttribute> types = new HashMap<>();
    List<KeySchema> keys =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(table.key()),
                table.indexes().stream().map(IndexDescription::key))
            .toList();
    for (KeySchema key : keys) {
      for (KeyAttribute attribute : key.attributes()) {
        KeyAttribute known = types.putIfAbsent(attribute.name(), attribute);
        if (known != null && known.type() != attribute.type()) {
          throw invalid(
              "Key attribute \""
                  + attribute.name()
                  + "\" of table \""
                  + table.name()
                  + "\" cannot be of type "
                  + known.type()
                  + " in one key and "
                  + attribute.type()
                  + " in another. Give it one type.");
        }
      }
    }
  }

  private static EngineException invalid(String message) {
    return new EngineException(ErrorCode.VALIDATION, message);
  }
}
