package io.partikey.engine.item;

/**
 * A value of one of DynamoDB's ten types.
 *
 * <p>{@code equals} is DynamoDB's equality: numbers by value, sets without order, maps by content,
 * lists in order, values of different types never. An attribute that is absent has no value;
 * signatures write that as {@code @Nullable AttributeValue}, where null means MISSING.
 */
public sealed interface AttributeValue
    permits StringValue,
        NumberValue,
        BinaryValue,
        BooleanValue,
        NullValue,
        ListValue,
        MapValue,
        StringSetValue,
        NumberSetValue,
        BinarySetValue {

  /** The type of this value. */
  AttributeType type();

  /**
   * Reads a value from DynamoDB JSON, for example {@code {"N": "1.5"}}.
   *
   * @throws io.partikey.engine.error.EngineException with {@code INVALID_JSON} if it is none
   */
  static AttributeValue fromJson(String json) {
    return DynamoJson.readValue(json);
  }

  /** This value in DynamoDB JSON, for example {@code {"N":"1.5"}}. */
  default String toJson() {
    return DynamoJson.write(this);
  }
}
