package io.partikey.engine.item;

/** The stored null, DynamoDB's type NULL; not the same as an attribute that is absent. */
public enum NullValue implements AttributeValue {
  NULL;

  @Override
  public AttributeType type() {
    return AttributeType.NULL;
  }

  @Override
  public String toString() {
    return toJson();
  }
}
