package io.partikey.engine.store.key;

import io.partikey.engine.item.AttributeValue;
import org.jspecify.annotations.Nullable;

/** Something that has top-level attributes: an item, or the bytes of one. */
@FunctionalInterface
public interface AttributeLookup {
  /** The value of an attribute, null when it is missing. */
  @Nullable AttributeValue get(String name);
}
