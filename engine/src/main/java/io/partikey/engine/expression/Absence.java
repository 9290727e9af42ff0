package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NullValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What SQL's functions and operators make of absent operands, before they look at any type: MISSING
 * if one is MISSING, else NULL if one is NULL.
 */
final class Absence {
  private Absence() {}

  /** The value of an operation on operands, of which it sees only those that are all there. */
  static @Nullable AttributeValue propagate(
      List<@Nullable AttributeValue> operands, Operation operation) {
    List<AttributeValue> present = new ArrayList<>(operands.size());
    boolean anyNull = false;
    for (@Nullable AttributeValue operand : operands) {
      if (operand == null) {
        return null;
      }
      anyNull |= operand == NullValue.NULL;
      present.add(operand);
    }
    return anyNull ? NullValue.NULL : operation.apply(present);
  }

  /** An operation on values that are neither MISSING nor NULL. */
  @FunctionalInterface
  interface Operation {
    @Nullable AttributeValue apply(List<AttributeValue> operands);
  }
}
