package io.partikey.jdbc.type;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.item.Item;
import io.partikey.engine.item.StringValue;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.SQLException;
import java.sql.Struct;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The table of the objects that a parameter can be set to, with the value that each becomes. The
 * first entry whose class an object has counts.
 */
public final class ParameterConversions {
  private static final Map<Class<?>, NestedConversion<Object>> BY_CLASS = table();

  private ParameterConversions() {}

  private static Map<Class<?>, NestedConversion<Object>> table() {
    Map<Class<?>, NestedConversion<Object>> table = new LinkedHashMap<>();
    put(table, AttributeValue.class, value -> value);
    put(table, ValueHolder.class, ValueHolder::value);
    put(table, Item.class, Item::asMap);
    put(table, CharSequence.class, text -> new StringValue(text.toString()));
    put(table, Character.class, character -> new StringValue(character.toString()));
    put(table, Boolean.class, BooleanValue::of);
    put(table, Number.class, ParameterNumbers::toValue);
    put(table, byte[].class, BinaryValue::copyOf);
    put(table, ByteBuffer.class, ParameterConversions::bytes);
    put(table, UUID.class, uuid -> new StringValue(uuid.toString()));
    put(table, Enum.class, constant -> new StringValue(constant.name()));
    put(table, URL.class, url -> new StringValue(url.toString()));
    put(table, URI.class, uri -> new StringValue(uri.toString()));
    put(table, Date.class, date -> ParameterDateTimes.toValue(date, ZoneId.systemDefault()));
    put(table, Calendar.class, ParameterDateTimes::toValue);
    put(table, TemporalAccessor.class, ParameterDateTimes::toValue);
    putNested(table, Map.class, ParameterDocuments::toMap);
    putNested(table, Set.class, ParameterDocuments::toSet);
    putNested(table, Collection.class, ParameterDocuments::toList);
    putNested(table, Array.class, (array, nested) -> nested.element(array.getArray()));
    putNested(table, Struct.class, (struct, nested) -> nested.element(struct.getAttributes()));
    put(
        table,
        Blob.class,
        blob -> BinaryValue.copyOf(blob.getBytes(1, Math.toIntExact(blob.length()))));
    put(
        table,
        Clob.class,
        clob -> new StringValue(clob.getSubString(1, Math.toIntExact(clob.length()))));
    return table;
  }

  private static <T> void put(
      Map<Class<?>, NestedConversion<Object>> table, Class<T> source, Conversion<T> conversion) {
    putNested(table, source, (object, nested) -> conversion.convert(object));
  }

  private static <T> void putNested(
      Map<Class<?>, NestedConversion<Object>> table,
      Class<T> source,
      NestedConversion<T> conversion) {
    table.put(source, (object, nested) -> conversion.convert(source.cast(object), nested));
  }

  private static AttributeValue bytes(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return BinaryValue.copyOf(bytes);
  }

  /**
   * The value that an object becomes.
   *
   * @throws EngineException with {@code INVALID_ARGUMENT} for an object that has no value, with
   *     {@code LIMIT_EXCEEDED} for one that is nested too deep or in itself, with the engine's own
   *     codes for values that it does not take
   * @throws SQLException from a Blob, Clob, Array or Struct that cannot be read
   */
  public static AttributeValue toValue(Object object) throws SQLException {
    return toValue(object, new NestedObjects());
  }

  /** The value of an object that lies in others. */
  static AttributeValue toValue(Object object, NestedObjects nested) throws SQLException {
    // What most parameters are need not be looked for.
    if (object instanceof String text) {
      return new StringValue(text);
    }
    for (Map.Entry<Class<?>, NestedConversion<Object>> entry : BY_CLASS.entrySet()) {
      if (entry.getKey().isInstance(object)) {
        return entry.getValue().convert(object, nested);
      }
    }
    if (object.getClass().isArray()) {
      return ParameterDocuments.arrayToList(object, nested);
    }
    throw new EngineException(
        ErrorCode.INVALID_ARGUMENT,
        "A parameter cannot be set to an object of "
            + object.getClass().getName()
            + "; set text, a number, a boolean, bytes, a date or time, a UUID, a Map, List or Set,"
            + " or an AttributeValue");
  }

  /**
   * The value that an object becomes as a value of an SQL type: text that is a number becomes a
   * number, and so on. A scale does not count: numbers are never rounded.
   *
   * @param code a code of {@link java.sql.Types}; one that no value has leaves the object's own
   */
  public static AttributeValue toValue(Object object, int code) throws SQLException {
    @Nullable AttributeValue dateTime = ParameterDateTimes.toValue(object, code);
    return dateTime != null ? dateTime : TypeCodes.coerce(toValue(object), code);
  }

  /** The way from an object to a value. */
  @FunctionalInterface
  interface Conversion<T> {
    AttributeValue convert(T object) throws SQLException;
  }

  /** The way from an object that holds others to a value. */
  @FunctionalInterface
  interface NestedConversion<T> {
    AttributeValue convert(T object, NestedObjects nested) throws SQLException;
  }

  /** The set that elements are under the type names SS, NS and BS, the list under any other. */
  public static AttributeValue toArray(String typeName, @Nullable Object[] elements)
      throws SQLException {
    return ParameterDocuments.toArray(typeName, elements, new NestedObjects());
  }

  /**
   * The map whose members the type name lists, for example {@code MAP(street,city)}; the list where
   * it lists none.
   */
  public static AttributeValue toStruct(String typeName, @Nullable Object[] attributes)
      throws SQLException {
    return ParameterDocuments.toStruct(typeName, attributes, new NestedObjects());
  }

  /** A date, time or timestamp of java.sql as ISO-8601 text in local time of a zone. */
  public static StringValue dateTime(Date date, ZoneId zone) {
    return ParameterDateTimes.toValue(date, zone);
  }
}
