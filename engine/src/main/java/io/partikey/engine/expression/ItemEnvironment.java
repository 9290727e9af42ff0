package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import org.jspecify.annotations.Nullable;

/** The environment that an item and parameters make. */
record ItemEnvironment(Item item, Parameters parameters) implements Environment {
  @Override
  public @Nullable AttributeValue attribute(String name) {
    return item.get(name);
  }

  @Override
  public @Nullable AttributeValue column(int index) {
    throw new IllegalStateException("an item has no column " + index);
  }

  @Override
  public @Nullable AttributeValue parameter(int index) {
    return parameters.get(index);
  }
}
