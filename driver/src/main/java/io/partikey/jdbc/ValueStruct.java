package io.partikey.jdbc;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.MapValue;
import io.partikey.jdbc.type.Documents;
import io.partikey.jdbc.type.ValueHolder;
import java.sql.Struct;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map or list as a Struct; bound as a parameter it is that map or list. Immutable. */
final class ValueStruct implements Struct, ValueHolder {
  private final String typeName;
  private final AttributeValue value;

  private ValueStruct(String typeName, AttributeValue value) {
    this.typeName = typeName;
    this.value = value;
  }

  /**
   * The struct that a map or list is, whose type name lists a map's members.
   *
   * @throws io.partikey.engine.error.EngineException for a value of another type
   */
  static ValueStruct of(AttributeValue value) {
    if (value instanceof MapValue map) {
      return new ValueStruct("MAP(" + String.join(",", map.members().keySet()) + ")", value);
    }
    Documents.elements(value);
    return new ValueStruct("LIST", value);
  }

  @Override
  public AttributeValue value() {
    return value;
  }

  @Override
  public String getSQLTypeName() {
    return typeName;
  }

  @Override
  public @Nullable Object[] getAttributes() {
    return value instanceof MapValue map
        ? map.members().values().stream().map(Documents::toObject).toArray()
        : Documents.elements(value).stream().map(Documents::toObject).toArray();
  }

  @Override
  public @Nullable Object[] getAttributes(@Nullable Map<String, Class<?>> types) {
    return getAttributes();
  }

  @Override
  public String toString() {
    return Documents.toJson(value);
  }
}
