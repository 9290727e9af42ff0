package io.partikey.jdbc.type;

import io.partikey.engine.error.EngineException;
import io.partikey.engine.error.ErrorCode;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.Item;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * The table of the classes that a value can be read as, for {@code getObject} with a class. The
 * getters of primitive types call the same functions.
 */
public final class TypeConversions {
  private static final Map<Class<?>, Function<AttributeValue, ?>> BY_CLASS = table();

  private TypeConversions() {}

  private static Map<Class<?>, Function<AttributeValue, ?>> table() {
    Map<Class<?>, Function<AttributeValue, ?>> table = new HashMap<>();
    table.put(AttributeValue.class, value -> value);
    table.put(Item.class, Documents::toItem);
    table.put(String.class, Texts::toText);
    table.put(Boolean.class, Texts::toBoolean);
    table.put(UUID.class, Texts::toUuid);
    table.put(URL.class, Texts::toUrl);
    table.put(Byte.class, Numbers::toByte);
    table.put(Short.class, Numbers::toShort);
    table.put(Integer.class, Numbers::toInt);
    table.put(Long.class, Numbers::toLong);
    table.put(Float.class, Numbers::toFloat);
    table.put(Double.class, Numbers::toDouble);
    table.put(BigDecimal.class, Numbers::toBigDecimal);
    table.put(Number.class, Numbers::toBigDecimal);
    table.put(BigInteger.class, Numbers::toBigInteger);
    table.put(byte[].class, Binaries::toBytes);
    table.put(LocalDate.class, DateTimes::toLocalDate);
    table.put(LocalTime.class, DateTimes::toLocalTime);
    table.put(LocalDateTime.class, DateTimes::toLocalDateTime);
    table.put(OffsetDateTime.class, inDefaultZone(DateTimes::toOffsetDateTime));
    table.put(OffsetTime.class, inDefaultZone(DateTimes::toOffsetTime));
    table.put(ZonedDateTime.class, inDefaultZone(DateTimes::toZoned));
    table.put(Instant.class, inDefaultZone(DateTimes::toInstant));
    table.put(Date.class, inDefaultZone(DateTimes::toSqlDate));
    table.put(Time.class, inDefaultZone(DateTimes::toSqlTime));
    table.put(Timestamp.class, inDefaultZone(DateTimes::toTimestamp));
    table.put(java.util.Date.class, inDefaultZone(DateTimes::toTimestamp));
    table.put(Map.class, Documents::toMap);
    table.put(List.class, Documents::toList);
    table.put(Collection.class, Documents::toList);
    table.put(Set.class, Documents::toSet);
    return Map.copyOf(table);
  }

  private static <T> Function<AttributeValue, T> inDefaultZone(
      java.util.function.BiFunction<AttributeValue, ZoneId, T> conversion) {
    return value -> conversion.apply(value, ZoneId.systemDefault());
  }

  /** Whether values can be read as objects of a class. */
  public static boolean supports(Class<?> target) {
    return BY_CLASS.containsKey(target);
  }

  /**
   * A value as an object of a class.
   *
   * @param value what is stored, no NULL
   * @throws EngineException with {@code INVALID_ARGUMENT} for a class that is not in the table,
   *     with the code of the conversion for a value that is not of it
   */
  public static <T> T convert(AttributeValue value, Class<T> target) {
    Function<AttributeValue, ?> conversion = BY_CLASS.get(target);
    if (conversion == null) {
      throw new EngineException(
          ErrorCode.INVALID_ARGUMENT,
          "A column cannot be read as "
              + target.getName()
              + "; ask for String, a number, Boolean, byte[], a class of java.time or java.sql,"
              + " UUID, Map, List, Set or AttributeValue");
    }
    return target.cast(conversion.apply(value));
  }

  /**
   * A value as what {@code getObject} without a class returns: text for columns of text, otherwise
   * the value's own object, with documents as JSON text.
   */
  public static Object toColumnObject(AttributeValue value, SqlType type) {
    if (type == SqlType.INTEGER) {
      return Numbers.toInt(value);
    }
    if (type == SqlType.SMALLINT) {
      return Numbers.toShort(value);
    }
    if (type.isText()) {
      return Texts.toText(value);
    }
    return switch (value.type()) {
      case N -> Numbers.toBigDecimal(value);
      case B -> Binaries.toBytes(value);
      case BOOL -> Texts.toBoolean(value);
      case S, NULL, L, M, SS, NS, BS -> Texts.toText(value);
    };
  }
}
