package io.partikey.planner.execute;

import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinarySetValue;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.item.NumberSetValue;
import io.partikey.engine.item.ScalarOrder;
import io.partikey.engine.item.StringSetValue;
import io.partikey.engine.item.StringValue;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The total order of values of all types, as PartiQL's ORDER BY has it: NULL, false, true, numbers,
 * strings, binaries, lists, maps, sets.
 *
 * <p>Lists are compared element by element, a shorter one first; maps by their members in the order
 * of their names, name before value; sets by their elements in order. Values that are equal compare
 * equal, and no others.
 */
enum ValueOrder implements Comparator<AttributeValue> {
  INSTANCE;

  @Override
  public int compare(AttributeValue left, AttributeValue right) {
    int byType = Integer.compare(rank(left.type()), rank(right.type()));
    return byType != 0 ? byType : compareAlike(left, right);
  }

  private static int rank(AttributeType type) {
    return switch (type) {
      case NULL -> 0;
      case BOOL -> 1;
      case N -> 2;
      case S -> 3;
      case B -> 4;
      case L -> 5;
      case M -> 6;
      case SS -> 7;
      case NS -> 8;
      case BS -> 9;
    };
  }

  private int compareAlike(AttributeValue left, AttributeValue right) {
    return switch (left.type()) {
      case NULL -> 0;
      case BOOL -> Boolean.compare(((BooleanValue) left).value(), ((BooleanValue) right).value());
      case N, S, B -> ScalarOrder.compare(left, right).orElseThrow();
      case L -> compareElements(((ListValue) left).elements(), ((ListValue) right).elements());
      case M -> compareMembers((MapValue) left, (MapValue) right);
      case SS -> compareElements(strings(left), strings(right));
      case NS ->
          compareElements(((NumberSetValue) left).elements(), ((NumberSetValue) right).elements());
      case BS ->
          compareElements(((BinarySetValue) left).elements(), ((BinarySetValue) right).elements());
    };
  }

  private static List<AttributeValue> strings(AttributeValue set) {
    return ((StringSetValue) set)
        .elements().stream().<AttributeValue>map(StringValue::new).toList();
  }

  private int compareElements(
      Collection<? extends AttributeValue> left, Collection<? extends AttributeValue> right) {
    Iterator<? extends AttributeValue> others = right.iterator();
    for (AttributeValue element : left) {
      int order = others.hasNext() ? compare(element, others.next()) : 1;
      if (order != 0) {
        return order;
      }
    }
    return others.hasNext() ? -1 : 0;
  }

  private int compareMembers(MapValue left, MapValue right) {
    Iterator<Map.Entry<String, AttributeValue>> others =
        new TreeMap<>(right.members()).entrySet().iterator();
    for (Map.Entry<String, AttributeValue> member : new TreeMap<>(left.members()).entrySet()) {
      if (!others.hasNext()) {
        return 1;
      }
      Map.Entry<String, AttributeValue> other = others.next();
      int byName = member.getKey().compareTo(other.getKey());
      int order = byName != 0 ? byName : compare(member.getValue(), other.getValue());
      if (order != 0) {
        return order;
      }
    }
    return others.hasNext() ? -1 : 0;
  }
}
