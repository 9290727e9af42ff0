package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import org.jspecify.annotations.Nullable;

/** What an expression is evaluated on: an item or a row, and the parameters of the statement. */
public interface Environment {
  /** A top-level attribute of the item at hand, null when it is missing. */
  @Nullable AttributeValue attribute(String name);

  /** A column of the row at hand, by position from 0; null when it is missing. */
  @Nullable AttributeValue column(int index);

  /** The value of a parameter, by position from 0; null when it was given as MISSING. */
  @Nullable AttributeValue parameter(int index);

  /** The environment of an item. It has no columns. */
  static Environment of(Item item, Parameters parameters) {
    return new ItemEnvironment(item, parameters);
  }

  /** The environment without item and row: for expressions of literals and parameters alone. */
  static Environment of(Parameters parameters) {
    return of(Item.EMPTY, parameters);
  }
}
