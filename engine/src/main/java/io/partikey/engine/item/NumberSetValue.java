package io.partikey.engine.item;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

  /**
   * The set of these elements, none of which may be there twice.
   *
   * @throws EngineException with {@code VALIDATION} and the service's message if one is, or if
   *     there are none
   */
  public static NumberSetValue ofDistinct(List<NumberValue> elements) {
    NumberSetValue set = of(elements);
    if (set.elements().size() < elements.size()) {
      throw new EngineException(
          ErrorCode.VALIDATION,
          "One or more parameter values were invalid: Input collection ["
              + elements.stream().map(NumberValue::toPlainString).collect(Collectors.joining(", "))
              + "] contains duplicates! under root");
    }
    return set;
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
