package io.partikey.jdbc.type;

import io.partikey.engine.item.AttributeValue;

/**
 * An object of JDBC that stands for a value as it is: bound as a parameter it becomes that value.
 */
public interface ValueHolder {
  /** The value. */
  AttributeValue value();
}
