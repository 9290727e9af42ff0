package io.partikey.engine.item;

/** A string, DynamoDB's type S; ordered by its UTF-8 bytes. */
public record StringValue(String text) implements AttributeValue {
  @Override
  public AttributeType type() {
    return AttributeType.S;
  }

  @Override
  public String toString() {
    return toJson();
  }
}
