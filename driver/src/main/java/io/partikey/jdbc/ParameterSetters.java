package io.partikey.jdbc;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.Date;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.Calendar;
import org.jspecify.annotations.Nullable;

/**
 * The setters of a prepared statement, each of which binds an object to a parameter; and the
 * methods of statements that take a text, which a prepared one does not.
 */
abstract class ParameterSetters extends BaseStatement implements PreparedStatement {
  ParameterSetters(Session session, Connection connection) {
    super(session, connection);
  }

  /** Sets a parameter to the value that an object becomes. */
  abstract void bindObject(int index, @Nullable Object value) throws SQLException;

  /** Sets a parameter to the value of an SQL type that an object becomes. */
  abstract void bindObject(int index, @Nullable Object value, int type) throws SQLException;

  /** Sets a parameter to a date or time as the clocks of a calendar's zone show it. */
  abstract void bindDateTime(int index, java.util.@Nullable Date value, @Nullable Calendar calendar)
      throws SQLException;

  private static int codeOf(@Nullable SQLType type) {
    return type == null || type.getVendorTypeNumber() == null
        ? Types.OTHER
        : type.getVendorTypeNumber();
  }

  private static SQLException textGiven() {
    return SqlExceptions.wrongKindOfStatement(
        "A prepared statement has its text already; use the methods without text, or a Statement");
  }

  @Override
  public final void setNull(int index, int type) throws SQLException {
    bindObject(index, null);
  }

  @Override
  public final void setNull(int index, int type, String typeName) throws SQLException {
    bindObject(index, null);
  }

  @Override
  public final void setBoolean(int index, boolean value) throws SQLException {
    bindObject(index, value);
  }

  @Override
  public final void setByte(int index, byte value) throws SQLException {
    bindObject(index, value);
  }

  @Override
  public final void setShort(int index, short value) throws SQLException {
    bindObject(index, value);
  }

  @Override
  public final void setInt(int index, int value) throws SQLException {
    bindObject(index, value);
  }

  @Override
  public final void setLong(int index, long value) throws SQLException {
    bindObject(index, value);
  }

  @Override
  public final void setFloat(int index, float value) throws SQLException {
    bindObject(index, value);
  }

  @Override
  public final void setDouble(int index, double value) throws SQLException {
    bindObject(index, value);
  }

  @Override
  public final void setBigDecimal(int index, @Nullable BigDecimal value) throws SQLException {
    bindObject(index, value);
  }

  @Override
  public final void setString(int index, @Nullable String value) throws SQLException {
    bindObject(index, value);
  }

  @Override
  public final void setNString(int index, @Nullable String value) throws SQLException {
    bindObject(index, value);
  }

  @Override
  public final void setDate(int index, @Nullable Date value) throws SQLException {
    bindObject(index, value);
  }

  @Override
  public final void setTime(int index, @Nullable Time value) throws SQLException {
    bindObject(index, value);
  }

  @Override
  public final void setTimestamp(int index, @Nullable Timestamp value) throws SQLException {
    bindObject(index, value);
  }

  @Override
  public final void setBlob(int index, @Nullable Blob value) throws SQLException {
    bindObject(index, value);
  }

  @Override
  public final void setClob(int index, @Nullable Clob value) throws SQLException {
    bindObject(index, value);
  }

  @Override
  public final void setNClob(int index, @Nullable NClob value) throws SQLException {
    bindObject(index, value);
  }

  @Override
  public final void setArray(int index, @Nullable Array value) throws SQLException {
    bindObject(index, value);
  }

  @Override
  public final void setURL(int index, @Nullable URL value) throws SQLException {
    bindObject(index, value);
  }

  @Override
  public final void setBytes(int index, byte @Nullable [] value) throws SQLException {
    bindObject(index, value);
  }

  @Override
  public final void setObject(int index, @Nullable Object value) throws SQLException {
    bindObject(index, value);
  }

  @Override
  public final void setObject(int index, @Nullable Object value, int type) throws SQLException {
    bindObject(index, value, type);
  }

  @Override
  public final void setObject(int index, @Nullable Object value, int type, int scale)
      throws SQLException {
    bindObject(index, value, type);
  }

  @Override
  public final void setObject(int index, @Nullable Object value, @Nullable SQLType type)
      throws SQLException {
    bindObject(index, value, codeOf(type));
  }

  @Override
  public final void setObject(int index, @Nullable Object value, @Nullable SQLType type, int scale)
      throws SQLException {
    bindObject(index, value, codeOf(type));
  }

  @Override
  public final void setDate(int index, @Nullable Date value, @Nullable Calendar calendar)
      throws SQLException {
    bindDateTime(index, value, calendar);
  }

  @Override
  public final void setTime(int index, @Nullable Time value, @Nullable Calendar calendar)
      throws SQLException {
    bindDateTime(index, value, calendar);
  }

  @Override
  public final void setTimestamp(int index, @Nullable Timestamp value, @Nullable Calendar calendar)
      throws SQLException {
    bindDateTime(index, value, calendar);
  }

  @Override
  public final void setBinaryStream(int index, @Nullable InputStream value) throws SQLException {
    bindObject(index, Streams.bytes(value, Streams.TO_THE_END));
  }

  @Override
  public final void setBinaryStream(int index, @Nullable InputStream value, int length)
      throws SQLException {
    bindObject(index, Streams.bytes(value, Streams.checked(length)));
  }

  @Override
  public final void setBinaryStream(int index, @Nullable InputStream value, long length)
      throws SQLException {
    bindObject(index, Streams.bytes(value, Streams.checked(length)));
  }

  @Override
  public final void setBlob(int index, @Nullable InputStream value) throws SQLException {
    bindObject(index, Streams.bytes(value, Streams.TO_THE_END));
  }

  @Override
  public final void setBlob(int index, @Nullable InputStream value, long length)
      throws SQLException {
    bindObject(index, Streams.bytes(value, Streams.checked(length)));
  }

  @Override
  public final void setAsciiStream(int index, @Nullable InputStream value) throws SQLException {
    bindObject(index, Streams.ascii(value, Streams.TO_THE_END));
  }

  @Override
  public final void setAsciiStream(int index, @Nullable InputStream value, int length)
      throws SQLException {
    bindObject(index, Streams.ascii(value, Streams.checked(length)));
  }

  @Override
  public final void setAsciiStream(int index, @Nullable InputStream value, long length)
      throws SQLException {
    bindObject(index, Streams.ascii(value, Streams.checked(length)));
  }

  @Override
  public final void setCharacterStream(int index, @Nullable Reader value) throws SQLException {
    bindObject(index, Streams.text(value, Streams.TO_THE_END));
  }

  @Override
  public final void setCharacterStream(int index, @Nullable Reader value, int length)
      throws SQLException {
    bindObject(index, Streams.text(value, Streams.checked(length)));
  }

  @Override
  public final void setCharacterStream(int index, @Nullable Reader value, long length)
      throws SQLException {
    bindObject(index, Streams.text(value, Streams.checked(length)));
  }

  @Override
  public final void setNCharacterStream(int index, @Nullable Reader value) throws SQLException {
    bindObject(index, Streams.text(value, Streams.TO_THE_END));
  }

  @Override
  public final void setNCharacterStream(int index, @Nullable Reader value, long length)
      throws SQLException {
    bindObject(index, Streams.text(value, Streams.checked(length)));
  }

  @Override
  public final void setClob(int index, @Nullable Reader value) throws SQLException {
    bindObject(index, Streams.text(value, Streams.TO_THE_END));
  }

  @Override
  public final void setClob(int index, @Nullable Reader value, long length) throws SQLException {
    bindObject(index, Streams.text(value, Streams.checked(length)));
  }

  @Override
  public final void setNClob(int index, @Nullable Reader value) throws SQLException {
    bindObject(index, Streams.text(value, Streams.TO_THE_END));
  }

  @Override
  public final void setNClob(int index, @Nullable Reader value, long length) throws SQLException {
    bindObject(index, Streams.text(value, Streams.checked(length)));
  }

  @Override
  @Deprecated
  public final void setUnicodeStream(int index, @Nullable InputStream value, int length)
      throws SQLException {
    bindObject(index, Streams.utf8(value, Streams.checked(length)));
  }

  @Override
  public final void setRef(int index, @Nullable Ref value) throws SQLException {
    throw SqlExceptions.notSupported("REF");
  }

  @Override
  public final void setRowId(int index, @Nullable RowId value) throws SQLException {
    throw SqlExceptions.notSupported("ROWID");
  }

  @Override
  public final void setSQLXML(int index, @Nullable SQLXML value) throws SQLException {
    throw SqlExceptions.notSupported("SQLXML");
  }

  @Override
  public final boolean execute(String text) throws SQLException {
    throw textGiven();
  }

  @Override
  public final boolean execute(String text, int autoGeneratedKeys) throws SQLException {
    throw textGiven();
  }

  @Override
  public final boolean execute(String text, int[] columns) throws SQLException {
    throw textGiven();
  }

  @Override
  public final boolean execute(String text, String[] columns) throws SQLException {
    throw textGiven();
  }

  @Override
  public final int executeUpdate(String text) throws SQLException {
    throw textGiven();
  }

  @Override
  public final int executeUpdate(String text, int autoGeneratedKeys) throws SQLException {
    throw textGiven();
  }

  @Override
  public final int executeUpdate(String text, int[] columns) throws SQLException {
    throw textGiven();
  }

  @Override
  public final int executeUpdate(String text, String[] columns) throws SQLException {
    throw textGiven();
  }

  @Override
  public final long executeLargeUpdate(String text) throws SQLException {
    throw textGiven();
  }

  @Override
  public final long executeLargeUpdate(String text, int autoGeneratedKeys) throws SQLException {
    throw textGiven();
  }

  @Override
  public final long executeLargeUpdate(String text, int[] columns) throws SQLException {
    throw textGiven();
  }

  @Override
  public final long executeLargeUpdate(String text, String[] columns) throws SQLException {
    throw textGiven();
  }

  @Override
  public final ResultSet executeQuery(String text) throws SQLException {
    throw textGiven();
  }

  @Override
  public final void addBatch(String text) throws SQLException {
    throw textGiven();
  }
}
