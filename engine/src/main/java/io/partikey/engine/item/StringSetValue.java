package io.partikey.engine.item;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** A set of strings, DynamoDB's type SS: never empty, without duplicates, kept in their order. */
public record StringSetValue(SortedSet<String> elements) implements AttributeValue {
  /**
   * Checks and copies.
   *
   * @throws EngineException with {@code VALIDATION} if the set is empty
   */
  public StringSetValue {
    if (elements.isEmpty()) {
      throw new EngineException(
          ErrorCode.VALIDATION,
          "One or more parameter values were invalid: An string set  may not be empty");
    }
    SortedSet<String> sorted = new TreeSet<>(Utf8Order.INSTANCE);
    sorted.addAll(elements);
    elements = Collections.unmodifiableSortedSet(sorted);
  }

  /** The set of these elements; repeated elements count once. */
  public static StringSetValue of(Collection<String> elements) {
    SortedSet<String> sorted = new TreeSet<>(Utf8Order.INSTANCE);
    sorted.addAll(elements);
    return new StringSetValue(sorted);
  }

  /**
   * The set of these elements, none of which may be there twice.
   *
   * @throws EngineException with {@code VALIDATION} and the service's message if one is, or if
   *     there are none
   */
  public static StringSetValue ofDistinct(List<String> elements) {
    StringSetValue set = of(elements);
    if (set.elements().size() < elements.size()) {
      throw new EngineException(
          ErrorCode.VALIDATION,
          "One or more parameter values were invalid: Input collection ["
              + String.join(", ", elements)
              + "] contains duplicates.");
    }
    return set;
  }

  @Override
  public AttributeType type() {
    return AttributeType.SS;
  }

  @Override
  public String toString() {
    return toJson();
  }
}
