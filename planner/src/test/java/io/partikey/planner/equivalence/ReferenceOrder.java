package io.partikey.planner.equivalence;

import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinarySetValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.item.NumberSetValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringSetValue;
import io.partikey.engine.item.StringValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** The order of all values that ORDER BY, MIN and MAX have, written down plainly once more. */
final class ReferenceOrder implements Comparator<AttributeValue> {
  static final ReferenceOrder INSTANCE = new ReferenceOrder();

  private static final List<AttributeType> TYPES =
      List.of(
          AttributeType.NULL,
          AttributeType.BOOL,
          AttributeType.N,
          AttributeType.S,
          AttributeType.B,
          AttributeType.L,
          AttributeType.M,
          AttributeType.SS,
          AttributeType.NS,
          AttributeType.BS);

  private ReferenceOrder() {}

  @Override
  public int compare(AttributeValue left, AttributeValue right) {
    int byType = TYPES.indexOf(left.type()) - TYPES.indexOf(right.type());
    if (byType != 0) {
      return byType;
    }
    return switch (left.type()) {
      case NULL -> 0;
      case BOOL -> Boolean.compare(((BooleanValue) left).value(), ((BooleanValue) right).value());
      case N -> ((NumberValue) left).value().compareTo(((NumberValue) right).value());
      case S, B -> Arrays.compareUnsigned(bytes(left), bytes(right));
      case L, M, SS, NS, BS -> compare(elements(left), elements(right));
    };
  }

  private static byte[] bytes(AttributeValue value) {
    return value instanceof StringValue string
        ? string.text().getBytes(StandardCharsets.UTF_8)
        : ((BinaryValue) value).toByteArray();
  }

  private int compare(List<AttributeValue> left, List<AttributeValue> right) {
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = compare(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return left.size() - right.size();
  }

  /** The elements of a list or set, or the names and values of a map. */
  static List<AttributeValue> elements(AttributeValue value) {
    List<AttributeValue> elements = new ArrayList<>();
    if (value instanceof ListValue list) {
      elements.addAll(list.elements());
    } else if (value instanceof StringSetValue set) {
      set.elements().forEach(element -> elements.add(new StringValue(element)));
    } else if (value instanceof NumberSetValue set) {
      elements.addAll(set.elements());
    } else if (value instanceof BinarySetValue set) {
      elements.addAll(set.elements());
    } else if (value instanceof MapValue map) {
      new TreeMap<>(map.members())
          .forEach(
              (name, member) -> {
                elements.add(new StringValue(name));
                elements.add(member);
              });
    }
    return elements;
  }
}
