package io.partikey.engine.item;

import java.util.List;

/** A list of values of any types, in order; DynamoDB's type L. */
public record ListValue(List<AttributeValue> elements) implements AttributeValue {
  /** The list without elements. */
  public static final ListValue EMPTY = new ListValue(List.of());

  public ListValue {
    elements = List.copyOf(elements);
  }

  @Override
  public AttributeType type() {
    return AttributeType.L;
  }

  @Override
  public String toString() {
    return toJson();
  }
}
