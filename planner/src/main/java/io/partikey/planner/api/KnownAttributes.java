package io.partikey.planner.api;

import io.partikey.engine.item.AttributeType;
import io.partikey.engine.table.DeclaredColumn;
import io.partikey.engine.table.IndexDescription;
import io.partikey.engine.table.KeyAttribute;
import io.partikey.engine.table.KeySchema;
import io.partikey.engine.table.TableDescription;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The attributes that a table has by its definition, in the order in which tools show them: those
 * of the primary key, those of index keys, those that were declared.
 */
public final class KnownAttributes {
  private KnownAttributes() {}

  /** The attributes by name, each with the type of its key or else its declared type. */
  public static Map<String, AttributeType> of(TableDescription table) {
    Map<String, AttributeType> types = new LinkedHashMap<>();
    addKey(table.key(), types);
    for (IndexDescription index : table.indexes()) {
      addKey(index.key(), types);
    }
    for (DeclaredColumn column : table.declaredColumns()) {
      types.putIfAbsent(column.name(), column.type());
    }
    return types;
  }

  /** The type that an attribute has by the definition, none if that does not name it. */
  public static Set<AttributeType> types(TableDescription table, String attribute) {
    Map<String, AttributeType> types = of(table);
    return types.containsKey(attribute) ? Set.of(types.get(attribute)) : Set.of();
  }

  /** The type that an attribute has as part of the primary key or of an index key, if it is. */
  public static Optional<AttributeType> keyType(TableDescription table, String attribute) {
    return Stream.concat(
            Stream.of(table.key()), table.indexes().stream().map(IndexDescription::key))
        .flatMap(key -> key.find(attribute).stream())
        .map(KeyAttribute::type)
        .findFirst();
  }

  private static void addKey(KeySchema key, Map<String, AttributeType> types) {
    for (KeyAttribute attribute : key.attributes()) {
      types.putIfAbsent(attribute.name(), attribute.type());
    }
  }
}
