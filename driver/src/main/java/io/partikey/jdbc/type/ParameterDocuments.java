package io.partikey.jdbc.type;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinarySetValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.ListValue;
import io.partikey.engine.item.MapValue;
import io.partikey.engine.item.NumberSetValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringSetValue;
import io.partikey.engine.item.StringValue;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Java's collections as values: a Map as M, a Set as a set, any other collection or array as L. */
final class ParameterDocuments {
  private static final Set<String> SET_NAMES = Set.of("SS", "NS", "BS");

  private static final Pattern MEMBERS = Pattern.compile("\\(([^)]*)\\)");

  private ParameterDocuments() {}

  static MapValue toMap(Map<?, ?> map, NestedObjects nested) throws SQLException {
    Map<String, AttributeValue> members = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      members.put(nameOf(entry.getKey()), nested.element(entry.getValue()));
    }
    return new MapValue(members);
  }

  // The text of a collection would be that of all that lies in it.
  private static String nameOf(@Nullable Object key) {
    if (key instanceof Collection || key instanceof Map) {
      throw new EngineException(
          ErrorCode.INVALID_ARGUMENT,
          "The members of a map are named by text, not by an object of "
              + key.getClass().getName());
    }
    return String.valueOf(key);
  }

  static ListValue toList(Collection<?> collection, NestedObjects nested) throws SQLException {
    return new ListValue(elementsOf(collection, nested));
  }

  static ListValue arrayToList(Object array, NestedObjects nested) throws SQLException {
    List<AttributeValue> elements = new ArrayList<>();
    for (int i = 0; i < java.lang.reflect.Array.getLength(array); i++) {
      elements.add(nested.element(java.lang.reflect.Array.get(array, i)));
    }
    return new ListValue(elements);
  }

  static AttributeValue toSet(Set<?> set, NestedObjects nested) throws SQLException {
    return toSet(elementsOf(set, nested));
  }

  /** The set of these elements, which are all text, all numbers, or all binaries. */
  static AttributeValue toSet(List<AttributeValue> elements) {
    Set<AttributeType> types =
        elements.stream().map(AttributeValue::type).collect(Collectors.toSet());
    if (types.size() == 1) {
      switch (types.iterator().next()) {
        case S -> {
          return StringSetValue.of(elements.stream().map(e -> ((StringValue) e).text()).toList());
        }
        case N -> {
          return NumberSetValue.of(elements.stream().map(NumberValue.class::cast).toList());
        }
        case B -> {
          return BinarySetValue.of(elements.stream().map(BinaryValue.class::cast).toList());
        }
        case BOOL, NULL, L, M, SS, NS, BS -> {}
      }
    }
    throw new EngineException(
        ErrorCode.INVALID_ARGUMENT,
        "A set holds at least one element, and only text, only numbers or only binaries; set a"
            + " List for other elements");
  }

  static AttributeValue toArray(String typeName, @Nullable Object[] elements, NestedObjects nested)
      throws SQLException {
    List<AttributeValue> values = elementsOf(Arrays.asList(elements), nested);
    return SET_NAMES.contains(typeName.toUpperCase(Locale.ROOT))
        ? toSet(values)
        : new ListValue(values);
  }

  static AttributeValue toStruct(
      String typeName, @Nullable Object[] attributes, NestedObjects nested) throws SQLException {
    List<AttributeValue> values = elementsOf(Arrays.asList(attributes), nested);
    Matcher listing = MEMBERS.matcher(typeName);
    if (!listing.find()) {
      return new ListValue(values);
    }
    String[] names = listing.group(1).split(",", -1);
    if (names.length != values.size()) {
      throw new EngineException(
          ErrorCode.INVALID_ARGUMENT,
          "The type '"
              + typeName
              + "' has "
              + names.length
              + " members, but "
              + values.size()
              + " attributes are given");
    }
    Map<String, AttributeValue> members = new LinkedHashMap<>();
    for (int i = 0; i < names.length; i++) {
      members.put(names[i].strip(), values.get(i));
    }
    return new MapValue(members);
  }

  private static List<AttributeValue> elementsOf(Collection<?> collection, NestedObjects nested)
      throws SQLException {
    List<AttributeValue> elements = new ArrayList<>();
    for (Object element : collection) {
      elements.add(nested.element(element));
    }
    return elements;
  }
}
