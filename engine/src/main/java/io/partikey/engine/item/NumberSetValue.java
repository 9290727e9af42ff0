package io.partikey.engine.item;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedSet;
import java.util.TreeSet;

/** A set of numbers, DynamoDB's type NS: never empty, without duplicates, kept in their order. */
public record NumberSetValue(SortedSet<NumberValue> elements) implements AttributeValue {
  /**
   * Checks and copies.
   *
   * @throws EngineException with {@code VALIDATION} if the set is empty
   */
  public NumberSetValue {
    if (elements.isEmpty()) {
      throw new EngineException(
          ErrorCode.VALIDATION,
          "One or more parameter values were invalid: An number set  may not be empty");
    }
    SortedSet<NumberValue> sorted = new TreeSet<>(Comparator.comparing(NumberValue::value));
    sorted.addAll(elements);
    elements = Collections.unmodifiableSortedSet(sorted);
  }

  /** The set of these elements; repeated elements count once. */
  public static NumberSetValue of(Collection<NumberValue> elements) {
    SortedSet<NumberValue> sorted = new TreeSet<>(Comparator.comparing(NumberValue::value));
    sorted.addAll(elements);
    return new NumberSetValue(sorted);
  }

  @Override
  public AttributeType type() {
    return AttributeType.NS;
  }

  @Override
  public String toString() {
    return toJson();
  }
}
