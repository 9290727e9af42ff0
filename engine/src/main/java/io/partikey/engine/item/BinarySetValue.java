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

/** A set of binaries, DynamoDB's type BS: never empty, without duplicates, kept in their order. */
public record BinarySetValue(SortedSet<BinaryValue> elements) implements AttributeValue {
  /**
   * Checks and copies.
   *
   * @throws EngineException with {@code VALIDATION} if the set is empty
   */
  public BinarySetValue {
    if (elements.isEmpty()) {
      throw new EngineException(
          ErrorCode.VALIDATION,
          "One or more parameter values were invalid: Binary sets should not be empty");
    }
    SortedSet<BinaryValue> sorted = new TreeSet<>(Comparator.naturalOrder());
    sorted.addAll(elements);
    elements = Collections.unmodifiableSortedSet(sorted);
  }

  /** The set of these elements; repeated elements count once. */
  public static BinarySetValue of(Collection<BinaryValue> elements) {
    SortedSet<BinaryValue> sorted = new TreeSet<>(Comparator.naturalOrder());
    sorted.addAll(elements);
    return new BinarySetValue(sorted);
  }

  /**
   * The set of these elements, none of which may be there twice.
   *
   * @throws EngineException with {@code VALIDATION} and the service's message if one is, or if
   *     there are none
   */
  public static BinarySetValue ofDistinct(List<BinaryValue> elements) {
    BinarySetValue set = of(elements);
    if (set.elements().size() < elements.size()) {
      throw new EngineException(
          ErrorCode.VALIDATION,
          "One or more parameter values were invalid: Input collection ["
              + elements.stream().map(BinaryValue::toBase64).collect(Collectors.joining(", "))
              + "]of type BS contains duplicates.");
    }
    return set;
  }

  @Override
  public AttributeType type() {
    return AttributeType.BS;
  }

  @Override
  public String toString() {
    return toJson();
  }
}
