package io.partikey.engine.item;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Values by name, DynamoDB's type M; keeps the order in which its members were given. */
public record MapValue(Map<String, AttributeValue> members) implements AttributeValue {
  /** The map without members. */
  public static final MapValue EMPTY = new MapValue(Map.of());

  public MapValue {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  @Override
  public AttributeType type() {
    return AttributeType.M;
  }

  @Override
  public String toString() {
    return toJson();
  }
}
