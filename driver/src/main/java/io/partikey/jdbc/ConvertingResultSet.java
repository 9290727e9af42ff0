package io.partikey.jdbc;

import io.partikey.engine.item.AttributeValue;
import io.partikey.jdbc.type.Binaries;
import io.partikey.jdbc.type.DateTimes;
import io.partikey.jdbc.type.Numbers;
import io.partikey.jdbc.type.Texts;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The getters of a result set by column: the value of the column, converted. */
abstract class ConvertingResultSet extends LabelledResultSet {
  /** The value of a column of the current row, null for NULL and for none; remembers which. */
  abstract @Nullable AttributeValue value(int column) throws SQLException;

  /** The session that arrays make their results in. */
  abstract Session session();

  private <T> @Nullable T get(int column, Function<AttributeValue, T> conversion)
      throws SQLException {
    @Nullable AttributeValue value = value(column);
    return value == null ? null : converted(value, conversion);
  }

  private <T> T get(int column, Function<AttributeValue, T> conversion, T ofNull)
      throws SQLException {
    @Nullable AttributeValue value = value(column);
    return value == null ? ofNull : converted(value, conversion);
  }

  final <T> T converted(AttributeValue value, Function<AttributeValue, T> conversion)
      throws SQLException {
    try {
      return conversion.apply(value);
    } catch (RuntimeException error) {
      throw session().translate(error);
    }
  }

  @Override
  public final @Nullable String getString(int column) throws SQLException {
    return get(column, Texts::toText);
  }

  @Override
  public final @Nullable String getNString(int column) throws SQLException {
    return getString(column);
  }

  @Override
  public final boolean getBoolean(int column) throws SQLException {
    return get(column, Texts::toBoolean, false);
  }

  @Override
  public final byte getByte(int column) throws SQLException {
    return get(column, Numbers::toByte, (byte) 0);
  }

  @Override
  public final short getShort(int column) throws SQLException {
    return get(column, Numbers::toShort, (short) 0);
  }

  @Override
  public final int getInt(int column) throws SQLException {
    return get(column, Numbers::toInt, 0);
  }

  @Override
  public final long getLong(int column) throws SQLException {
    return get(column, Numbers::toLong, 0L);
  }

  @Override
  public final float getFloat(int column) throws SQLException {
    return get(column, Numbers::toFloat, 0f);
  }

  @Override
  public final double getDouble(int column) throws SQLException {
    return get(column, Numbers::toDouble, 0d);
  }

  @Override
  public final @Nullable BigDecimal getBigDecimal(int column) throws SQLException {
    return get(column, Numbers::toBigDecimal);
  }

  @Override
  @Deprecated
  public final @Nullable BigDecimal getBigDecimal(int column, int scale) throws SQLException {
    return get(column, value -> Numbers.toBigDecimal(value, scale));
  }

  @Override
  public final byte @Nullable [] getBytes(int column) throws SQLException {
    return get(column, Binaries::toBytes);
  }

  @Override
  public final @Nullable Date getDate(int column) throws SQLException {
    return getDate(column, null);
  }

  @Override
  public final @Nullable Date getDate(int column, @Nullable Calendar calendar) throws SQLException {
    return get(column, value -> DateTimes.toSqlDate(value, zone(calendar)));
  }

  @Override
  public final @Nullable Time getTime(int column) throws SQLException {
    return getTime(column, null);
  }

  @Override
  public final @Nullable Time getTime(int column, @Nullable Calendar calendar) throws SQLException {
    return get(column, value -> DateTimes.toSqlTime(value, zone(calendar)));
  }

  @Override
  public final @Nullable Timestamp getTimestamp(int column) throws SQLException {
    return getTimestamp(column, null);
  }

  @Override
  public final @Nullable Timestamp getTimestamp(int column, @Nullable Calendar calendar)
      throws SQLException {
    return get(column, value -> DateTimes.toTimestamp(value, zone(calendar)));
  }

  private static ZoneId zone(@Nullable Calendar calendar) {
    return calendar == null ? ZoneId.systemDefault() : calendar.getTimeZone().toZoneId();
  }

  @Override
  public final @Nullable InputStream getAsciiStream(int column) throws SQLException {
    return get(
        column,
        value -> new ByteArrayInputStream(Texts.toText(value).getBytes(StandardCharsets.US_ASCII)));
  }

  @Override
  @Deprecated
  public final @Nullable InputStream getUnicodeStream(int column) throws SQLException {
    return get(
        column,
        value -> new ByteArrayInputStream(Texts.toText(value).getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public final @Nullable InputStream getBinaryStream(int column) throws SQLException {
    return get(column, value -> new ByteArrayInputStream(Binaries.toBytes(value)));
  }

  @Override
  public final @Nullable Reader getCharacterStream(int column) throws SQLException {
    return get(column, value -> new StringReader(Texts.toText(value)));
  }

  @Override
  public final @Nullable Reader getNCharacterStream(int column) throws SQLException {
    return getCharacterStream(column);
  }

  @Override
  public final @Nullable Blob getBlob(int column) throws SQLException {
    return get(column, value -> new BinaryBlob(Binaries.toBytes(value)));
  }

  @Override
  public final @Nullable Clob getClob(int column) throws SQLException {
    return getNClob(column);
  }

  @Override
  public final @Nullable NClob getNClob(int column) throws SQLException {
    return get(column, value -> new TextClob(Texts.toText(value)));
  }

  @Override
  public final @Nullable Array getArray(int column) throws SQLException {
    return get(column, value -> ValueArray.of(value, session()));
  }

  @Override
  public final @Nullable URL getURL(int column) throws SQLException {
    return get(column, Texts::toUrl);
  }

  @Override
  public final <T> @Nullable T getObject(int column, @Nullable Class<T> type) throws SQLException {
    if (type == null) {
      throw SqlExceptions.invalidArgument("The class that a column is to be read as is null");
    }
    @Nullable AttributeValue value = value(column);
    return value == null
        ? null
        : converted(value, stored -> ColumnObjects.convert(stored, type, session()));
  }

  @Override
  public final @Nullable Object getObject(int column, @Nullable Map<String, Class<?>> types)
      throws SQLException {
    return getObject(column);
  }

  @Override
  public final Ref getRef(int column) throws SQLException {
    throw SqlExceptions.notSupported("REF");
  }

  @Override
  public final RowId getRowId(int column) throws SQLException {
    throw SqlExceptions.notSupported("ROWID");
  }

  @Override
  public final SQLXML getSQLXML(int column) throws SQLException {
    throw SqlExceptions.notSupported("SQLXML");
  }
}
