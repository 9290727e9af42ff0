package io.partikey.engine.table;

import io.partikey.engine.item.AttributeType;

/**
 * An attribute that is part of a key, with the one type that its values must have.
 *
 * @param name the attribute's name
 * @param type S, N or B
 */
public record KeyAttribute(String name, AttributeType type) {
  public KeyAttribute {
    if (!type.isKeyType()) {
      throw new IllegalArgumentException("no key type: " + type);
    }
  }
}
