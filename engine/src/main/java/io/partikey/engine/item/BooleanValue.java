package io.partikey.engine.item;

/** True or false, DynamoDB's type BOOL. */
public enum BooleanValue implements AttributeValue {
  TRUE,
  FALSE;

  /** The value that a boolean is. */
  public static BooleanValue of(boolean value) {
    return value ? TRUE : FALSE;
  }

  /** Whether this is true. */
  public boolean value() {
    return this == TRUE;
  }

  @Override
  public AttributeType type() {
    return AttributeType.BOOL;
  }

  @Override
  public String toString() {
    return toJson();
  }
}
