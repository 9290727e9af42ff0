package io.partikey.jdbc.type;

import io.partikey.engine.item.AttributeType;
import java.math.BigDecimal;
import java.sql.Types;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The SQL type of a column: the one place where a type's name, its code of {@link Types}, its Java
 * class and its sizes stand together. Clients compare the answers of several metadata calls, so all
 * of them come from here.
 *
 * <p>Numbers are exact whatever is described, but clients choose by the description what they put a
 * number into. NUMERIC with a scale that is not zero is what all of them put into a {@link
 * BigDecimal}: of a DECIMAL with a scale some make a double, which holds 15 digits, and of a number
 * without a scale an integer, which loses the fraction.
 */
public enum SqlType {
  /** True or false. */
  BOOLEAN(Types.BOOLEAN, Boolean.class, 1, 0, 5),
  /** A number of up to 38 digits. */
  NUMERIC(Types.NUMERIC, BigDecimal.class, 38, 10, 40),
  /** Bytes. */
  VARBINARY(Types.VARBINARY, byte[].class, 65_535, 0, 65_535),
  /** Text. */
  VARCHAR(Types.VARCHAR, String.class, 65_535, 0, 65_535),
  /** Lists, maps and sets, and attributes of more than one type, as JSON text. */
  JSON(Types.VARCHAR, String.class, 65_535, 0, 65_535),
  /** A number of metadata; no attribute has this type. */
  INTEGER(Types.INTEGER, Integer.class, 10, 0, 11),
  /** A small number of metadata; no attribute has this type. */
  SMALLINT(Types.SMALLINT, Short.class, 5, 0, 6);

  /** The types that attributes have, in the order of getTypeInfo: by code, closest name first. */
  public static final List<SqlType> OF_ATTRIBUTES =
      List.of(VARBINARY, NUMERIC, VARCHAR, JSON, BOOLEAN);

  private final int code;
  private final Class<?> javaClass;
  private final int precision;
  private final int scale;
  private final int displaySize;

  SqlType(int code, Class<?> javaClass, int precision, int scale, int displaySize) {
    this.code = code;
    this.javaClass = javaClass;
    this.precision = precision;
    this.scale = scale;
    this.displaySize = displaySize;
  }

  /**
   * The type of a column whose values have these types: that of the only one there is, JSON for
   * documents, for a mixture and where nothing is known. NULL does not count.
   */
  public static SqlType of(Set<AttributeType> types) {
    Set<AttributeType> present = EnumSet.noneOf(AttributeType.class);
    present.addAll(types);
    present.remove(AttributeType.NULL);
    return present.size() == 1 ? of(present.iterator().next()) : JSON;
  }

  /** The type of a column whose values all have this type. */
  public static SqlType of(AttributeType type) {
    return switch (type) {
      case S -> VARCHAR;
      case N -> NUMERIC;
      case B -> VARBINARY;
      case BOOL -> BOOLEAN;
      case NULL, L, M, SS, NS, BS -> JSON;
    };
  }

  /** The code of {@link Types}. */
  public int code() {
    return code;
  }

  /** The class of what {@code getObject} returns. */
  public Class<?> javaClass() {
    return javaClass;
  }

  /** Most digits, characters or bytes. */
  public int precision() {
    return precision;
  }

  /** Digits after the decimal point, as described; values may have more. */
  public int scale() {
    return scale;
  }

  /** Most characters that a value takes when shown. */
  public int displaySize() {
    return displaySize;
  }

  /** Whether values of this type are numbers. */
  public boolean isNumeric() {
    return this == NUMERIC || this == INTEGER || this == SMALLINT;
  }

  /** Whether values of this type are read as text. */
  public boolean isText() {
    return this == VARCHAR || this == JSON;
  }
}
