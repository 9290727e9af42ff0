package io.partikey.engine.expression;

import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a statement's name of a type means: the types of values, and for some names a part of their
 * values.
 */
public enum TypeKind {
  /** Strings. */
  STRING(
      AttributeType.S,
      "S VARCHAR NVARCHAR CHAR NCHAR CHARACTER CHARACTER_VARYING CHAR_VARYING TEXT CLOB"
          + " LONGVARCHAR UUID"),
  /** Numbers. */
  NUMBER(AttributeType.N, "N DECIMAL DEC NUMERIC"),
  /** Numbers, whatever precision is written. */
  DOUBLE(AttributeType.N, "FLOAT REAL DOUBLE_PRECISION"),
  /** Whole numbers of 8 bits. */
  TINYINT(AttributeType.N, ""),
  /** Whole numbers of 16 bits. */
  SMALLINT(AttributeType.N, "INT2 INTEGER2"),
  /** Whole numbers of 32 bits. */
  INTEGER(AttributeType.N, "INT INT4 INTEGER4"),
  /** Whole numbers of 64 bits. */
  BIGINT(AttributeType.N, "INT8 INTEGER8"),
  /** True and false. */
  BOOLEAN(AttributeType.BOOL, "BOOL"),
  /** Bytes. */
  BINARY(AttributeType.B, "B VARBINARY BINARY_VARYING BLOB BYTES BYTEA"),
  /** Strings that are dates in ISO 8601. */
  DATE(AttributeType.S, ""),
  /** Strings that are times of day in ISO 8601. */
  TIME(AttributeType.S, "TIME_WITH_TIME_ZONE TIME_WITHOUT_TIME_ZONE"),
  /** Strings that are dates with a time in ISO 8601. */
  TIMESTAMP(AttributeType.S, "DATETIME TIMESTAMP_WITH_TIME_ZONE TIMESTAMP_WITHOUT_TIME_ZONE"),
  /** The stored null. */
  NULL(AttributeType.NULL, ""),
  /** Lists. */
  LIST(AttributeType.L, "L ARRAY"),
  /** Maps. */
  MAP(AttributeType.M, "M STRUCT TUPLE"),
  /** Sets of strings. */
  STRING_SET(AttributeType.SS, "SS"),
  /** Sets of numbers. */
  NUMBER_SET(AttributeType.NS, "NS"),
  /** Sets of binaries. */
  BINARY_SET(AttributeType.BS, "BS"),
  /** Sets of any kind. */
  BAG(EnumSet.of(AttributeType.SS, AttributeType.NS, AttributeType.BS), ""),
  /** Values of every type; as text, {@link io.partikey.engine.item.DocumentJson}. */
  JSON(EnumSet.allOf(AttributeType.class), "");

  private static final Map<String, TypeKind> BY_NAME = byName();

  // Copies that nobody can change.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<AttributeType> types;

  @SuppressWarnings("ImmutableEnumChecker")
  private final List<String> otherNames;

  TypeKind(AttributeType type, String otherNames) {
    this(Set.of(type), otherNames);
  }

  TypeKind(Set<AttributeType> types, String otherNames) {
    this.types = Set.copyOf(types);
    this.otherNames = List.of(otherNames.split(" "));
  }

  /** The kind with this name, ignoring case; the words of a name are separated by one space. */
  public static Optional<TypeKind> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name.toUpperCase(Locale.ROOT).replace(' ', '_')));
  }

  /** The name that stands for all names of this kind. */
  public String typeName() {
    return name().replace('_', ' ');
  }

  /** The one type that values of this kind have, empty for {@link #BAG} and {@link #JSON}. */
  public Optional<AttributeType> attributeType() {
    return types.size() == 1 ? Optional.of(types.iterator().next()) : Optional.empty();
  }

  /** Whether a value is of this kind. */
  public boolean includes(AttributeValue value) {
    if (!types.contains(value.type())) {
      return false;
    }
    return switch (this) {
      case TINYINT, SMALLINT, INTEGER, BIGINT ->
          DecimalMath.isWhole(((NumberValue) value).value())
              && inRange(((NumberValue) value).value().toBigInteger());
      case DATE, TIME, TIMESTAMP ->
          IsoDateTime.parse(((StringValue) value).text()).filter(this::isMeant).isPresent();
      default -> true;
    };
  }

  /** Whether a whole number is in the range of this kind of whole numbers. */
  boolean inRange(BigInteger number) {
    int bits =
        switch (this) {
          case TINYINT -> 8;
          case SMALLINT -> 16;
          case INTEGER -> 32;
          default -> 64;
        };
    return number.bitLength() < bits;
  }

  private boolean isMeant(Temporal value) {
    return switch (this) {
      case DATE -> value instanceof LocalDate;
      case TIME -> value instanceof LocalTime;
      default -> !(value instanceof LocalDate || value instanceof LocalTime);
    };
  }

  private static Map<String, TypeKind> byName() {
    Map<String, TypeKind> kinds = new HashMap<>();
    for (TypeKind kind : values()) {
      kinds.put(kind.name(), kind);
      kind.otherNames.forEach(name -> kinds.put(name, kind));
    }
    kinds.remove("");
    return Map.copyOf(kinds);
  }
}
