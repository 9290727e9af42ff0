package io.partikey.planner.bound;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.table.KeyAttribute;

/** DynamoDB's error for a key attribute that is compared with a value of another type. */
public final class WrongKeyType {
  private WrongKeyType() {}

  /** The error, with {@code KEY_INVALID}. */
  public static EngineException error(KeyAttribute attribute, AttributeType type) {
    return new EngineException(ErrorCode.KEY_INVALID, message(attribute, type));
  }

  /** What DynamoDB says of it. */
  public static String message(KeyAttribute attribute, AttributeType type) {
    if (!type.isKeyType()) {
      return "Key value must be of type S, N, or B. Key name: "
          + attribute.name()
          + ", Key type: "
          + type;
    }
    return "Key attribute's data type should match its data type in table's schema: Key "
        + attribute.name();
  }
}
