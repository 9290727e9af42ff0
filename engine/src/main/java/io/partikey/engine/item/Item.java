package io.partikey.engine.item;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An item: values by attribute name, in the order in which they were given. */
public record Item(Map<String, AttributeValue> attributes) {
  /** The item without attributes. */
  public static final Item EMPTY = new Item(Map.of());

  public Item {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** The value of an attribute, null when it is missing. */
  public @Nullable AttributeValue get(String name) {
    return attributes.get(name);
  }

  /** The item as a map value. */
  public MapValue asMap() {
    return new MapValue(attributes);
  }

  /** This item in DynamoDB JSON. */
  public String toJson() {
    return DynamoJson.write(this);
  }

  @Override
  public String toString() {
    return toJson();
  }
}
