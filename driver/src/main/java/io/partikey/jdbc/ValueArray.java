package io.partikey.jdbc;

import io.partikey.engine.item.AttributeType;
import io.partikey.engine.item.AttributeValue;
import io.partikey.engine.item.NumberValue;
import io.partikey.jdbc.type.Documents;
import io.partikey.jdbc.type.SqlType;
import io.partikey.jdbc.type.ValueHolder;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A list or set as an Array; bound as a parameter it is that list or set. Immutable but for free.
 */
final class ValueArray implements Array, ValueHolder {
  private final AttributeValue value;
  private final List<AttributeValue> elements;
  private final Session session;
  private boolean freed;

  private ValueArray(AttributeValue value, Session session) {
    this.value = value;
    this.elements = Documents.elements(value);
    this.session = session;
  }

  /**
   * The array that a list or set is.
   *
   * @throws io.partikey.engine.error.EngineException for a value of another type
   */
  static ValueArray of(AttributeValue value, Session session) {
    return new ValueArray(value, session);
  }

  @Override
  public AttributeValue value() {
    return value;
  }

  private SqlType elementType() {
    Set<AttributeType> types =
        elements.stream().map(AttributeValue::type).collect(Collectors.toSet());
    return SqlType.of(types);
  }

  @Override
  public String getBaseTypeName() throws SQLException {
    ensureNotFreed();
    return elementType().name();
  }

  @Override
  public int getBaseType() throws SQLException {
    ensureNotFreed();
    return elementType().code();
  }

  @Override
  public Object getArray() throws SQLException {
    ensureNotFreed();
    return elements.stream().map(Documents::toObject).toArray();
  }

  @Override
  public Object getArray(@Nullable Map<String, Class<?>> types) throws SQLException {
    return getArray();
  }

  @Override
  public Object getArray(long index, int count) throws SQLException {
    return slice(index, count).stream().map(Documents::toObject).toArray();
  }

  @Override
  public Object getArray(long index, int count, @Nullable Map<String, Class<?>> types)
      throws SQLException {
    return getArray(index, count);
  }

  @Override
  public ResultSet getResultSet() throws SQLException {
    return getResultSet(1, elements.size());
  }

  @Override
  public ResultSet getResultSet(@Nullable Map<String, Class<?>> types) throws SQLException {
    return getResultSet();
  }

  @Override
  public ResultSet getResultSet(long index, int count) throws SQLException {
    List<AttributeValue> slice = slice(index, count);
    List<List<@Nullable AttributeValue>> rows = new ArrayList<>();
    for (int i = 0; i < slice.size(); i++) {
      rows.add(List.of(NumberValue.of(index + i), slice.get(i)));
    }
    return FixedResults.of(
        session,
        List.of(
            ColumnInfo.computed("INDEX", SqlType.INTEGER),
            ColumnInfo.computed("VALUE", elementType())),
        rows);
  }

  @Override
  public ResultSet getResultSet(long index, int count, @Nullable Map<String, Class<?>> types)
      throws SQLException {
    return getResultSet(index, count);
  }

  private List<AttributeValue> slice(long index, int count) throws SQLException {
    ensureNotFreed();
    if (index < 1 || count < 0 || index > elements.size() + 1L) {
      throw SqlExceptions.invalidArgument(
          "The array has " + elements.size() + " elements, none at " + index);
    }
    int start = (int) index - 1;
    return elements.subList(start, (int) Math.min(elements.size(), (long) start + count));
  }

  private void ensureNotFreed() throws SQLException {
    if (freed) {
      throw SqlExceptions.invalidArgument("The Array has been freed");
    }
  }

  @Override
  public void free() {
    freed = true;
  }

  @Override
  public String toString() {
    return Documents.toJson(value);
  }
}
