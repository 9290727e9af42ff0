package io.partikey.jdbc.type;

import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.BinaryValue;
import io.partikey.engine.item.BooleanValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.engine.item.StringValue;
import java.sql.Types;

/** The codes of {@link Types} as the type of value that each asks for. */
final class TypeCodes {
  private TypeCodes() {}

  /**
   * A value as one of the type that a code asks for. Lists, maps and sets stay what they are: to
   * clients their type is text.
   *
   * @throws io.partikey.engine.error.EngineException if the value is none of that type
   */
  static AttributeValue coerce(AttributeValue value, int code) {
    if (value.type().isDocument()) {
      return value;
    }
    return switch (code) {
      case Types.BIT, Types.BOOLEAN -> BooleanValue.of(Texts.toBoolean(value));
      case Types.TINYINT,
          Types.SMALLINT,
          Types.INTEGER,
          Types.BIGINT,
          Types.REAL,
          Types.FLOAT,
          Types.DOUBLE,
          Types.NUMERIC,
          Types.DECIMAL ->
          NumberValue.of(Numbers.toBigDecimal(value));
      case Types.CHAR,
          Types.VARCHAR,
          Types.LONGVARCHAR,
          Types.NCHAR,
          Types.NVARCHAR,
          Types.LONGNVARCHAR,
          Types.CLOB,
          Types.NCLOB ->
          new StringValue(Texts.toText(value));
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
          BinaryValue.copyOf(Binaries.toBytes(value));
      default -> value;
    };
  }
}
